/** The BPMN meta-model with our own attributes, and typed access to its elements. */
import type { BpmnModdle, ModdleElement } from 'bpmn-moddle';
import { later } from '../../ground/operate/later.ts';
import { toantrinh } from './attributes.ts';

const moddle = later<typeof import('bpmn-moddle')>('bpmn-moddle');

/** A reader and writer of BPMN 2.0 files. */
export const bpmn = (): BpmnModdle => new (moddle().BpmnModdle)({ toantrinh });

const isElement = (value: unknown): value is ModdleElement =>
  typeof value === 'object' && value !== null && '$type' in value;

/** The elements below `element` in one property, empty when there are none. */
export const children = (element: ModdleElement, property: string): readonly ModdleElement[] => {
  const value = element.get(property);
  return Array.isArray(value) ? value.filter(isElement) : [];
};

/** The one element in a property, null when absent or not found in the file. */
export const child = (element: ModdleElement, property: string): ModdleElement | null => {
  const value = element.get(property);
  return isElement(value) ? value : null;
};

/** A text property or attribute, null when absent or blank. */
export const words = (element: ModdleElement, property: string): string | null => {
  const value = element.get(property);
  return typeof value === 'string' && value.trim() !== '' ? value.trim().normalize('NFC') : null;
};
