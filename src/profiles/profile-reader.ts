import { Injectable } from '@nestjs/common';
import { ResourceRegistry } from '../catalog/registry';
import { isValueIssue, readJsonValue } from '../catalog/reading/read-value';
