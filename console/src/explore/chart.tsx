import { CandlestickSeries, createChart, LineSeries, type IChartApi } from 'lightweight-charts';
import { useEffect, useRef, type ReactNode } from 'react';
import { isCandle, type Point } from './point';
import { toCandles, toLine } from './to-pixels';
import './chart.css';

const LINES = 4;
const COLOURS = ['--accent', '--warn', '--good', '--bad'] as const;

/** Draws points: candles where the items allow it, else a line for each of the first items. */
export default function Chart({
  points,
  items,
  label,
}: {
  points: readonly Point[];
  items: readonly string[];
  label: string;
}): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = box.current;
    if (place === null) return undefined;
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    let chart: IChartApi | null = null;
    const redraw = (): void => {
      chart?.remove();
      chart = draw(place, points, items);
      place.dataset.drawn = String(points.length);
    };
    redraw();
    scheme.addEventListener('change', redraw);
    return () => {
      scheme.removeEventListener('change', redraw);
      chart?.remove();
    };
  }, [points, items]);
  return (
    <figure className="chart">
      <div ref={box} className="chart-box" role="img" aria-label={label} />
      <figcaption className="muted small">
        {label}. Drawn with{' '}
        <a href="https://www.tradingview.com/" rel="noreferrer">
          TradingView Lightweight Charts
        </a>
        .
      </figcaption>
    </figure>
  );
}

function draw(place: HTMLElement, points: readonly Point[], items: readonly string[]): IChartApi {
  const colour = (name: string): string => resolve(place, name);
  const chart = createChart(place, {
    autoSize: true,
    // The logo would bring a style of its own into the page; the caption names and links the library instead.
    layout: { background: { color: 'transparent' }, textColor: colour('--muted'), attributionLogo: false },
    grid: { vertLines: { color: colour('--line') }, horzLines: { color: colour('--line') } },
    rightPriceScale: { borderColor: colour('--line') },
    timeScale: { borderColor: colour('--line') },
  });
  if (isCandle(items)) {
    const [up, down] = [colour('--good'), colour('--bad')];
    const look = {
      upColor: up,
      borderUpColor: up,
      wickUpColor: up,
      downColor: down,
      borderDownColor: down,
      wickDownColor: down,
    };
    chart.addSeries(CandlestickSeries, look).setData(toCandles(points));
  } else {
    for (const [at, item] of items.slice(0, LINES).entries()) {
      const look = {
        color: colour(COLOURS[at] ?? '--accent'),
        lineWidth: 2 as const,
        title: items.length > 1 ? item : '',
      };
      chart.addSeries(LineSeries, look).setData(toLine(points, item));
    }
  }
  chart.timeScale().fitContent();
  return chart;
}

/** A canvas supports neither custom properties nor `light-dark()`, so the browser resolves the colour. */
function resolve(place: HTMLElement, name: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  place.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
