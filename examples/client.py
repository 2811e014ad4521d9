import os, sys, time, uuid
import requests

base = os.environ.get("ALMAGEST_URL", "http://127.0.0.1:3000")
workspace = f"{base}/v1/workspaces/{os.environ.get('ALMAGEST_WORKSPACE', 'default')}"
session = requests.Session()
session.headers["Authorization"] = f"Bearer {os.environ['ALMAGEST_TOKEN']}"


def answer(response):
    if not response.ok:
        sys.exit(response.json()["detail"])  # what is wrong, and how to fix it
    return response.json()


def ended(kind, job):
    while not job["finished_at"]:
        time.sleep(0.2)
        job = answer(session.get(f"{workspace}/{kind}/{job['id']}"))
    return job


source, target = sys.argv[1:3]
with open(source, "rb") as file:
    key = {"Idempotency-Key": str(uuid.uuid4())}  # the upload is then safe to repeat
    form = {"resource_type": "instruments"}
    job = answer(session.post(f"{workspace}/imports", data=form, files={"file": file}, headers=key))
job = ended("imports", job)
print(f"{job['status']}: {job['created_count']} created, {job['failed_count']} failed", job["errors"])

order = {"object_type": "instruments", "filter": {"field": "type_id", "op": "eq", "value": "equity"}}
job = ended("exports", answer(session.post(f"{workspace}/exports", json=order)))
with session.get(f"{workspace}/exports/{job['id']}/download", stream=True) as download, open(target, "wb") as out:
    for chunk in download.iter_content(65536):
        out.write(chunk)
print(f"{target}: {job['row_count']} records, SHA-256 {job['sha256']}")
