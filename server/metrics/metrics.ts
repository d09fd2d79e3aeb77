import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

import type { Room } from '#protocol/room.ts';

import type { Observer } from '../observer.ts';
import type { Step } from '../rooms/steps.ts';

/** What became of one attempt to deliver a webhook. */
export type DeliveryOutcome = 'delivered' | 'failed' | 'given-up' | 'dropped';

/** Counts what happens, for Prometheus. No room, participant, principal or name is in it: labels are codes alone. */
export interface Metrics extends Observer {
  delivery(outcome: DeliveryOutcome): void;
  /** As it is now, in Prometheus' text format. */
  expose(rooms: readonly Room[], connections: number): Promise<{ readonly contentType: string; readonly text: string }>;
}

/** Seconds: from what memory answers to what storage's own limit lets through. */
const LATENCY_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2];

/** With the process' own figures beside the rooms', the event loop's lag among them. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const parts = instruments([registry]);
  return {
    happened: (_room, steps) => {
      for (const step of steps) countStep(parts, step);
    },
    answered: (command, outcome, seconds) => {
      parts.latency.observe({ command, outcome }, seconds);
    },
    delivery: (outcome) => {
      parts.deliveries.inc({ outcome });
    },
    expose: async (rooms, connections) => {
      parts.rooms.set(rooms.length);
      parts.participants.set(rooms.reduce((sum, { participants }) => sum + Object.keys(participants).length, 0));
      parts.connections.set(connections);
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
  };
}

function instruments(registers: Registry[]) {
  return {
    rooms: new Gauge({ name: 'parley_rooms', help: 'Rooms in which a meeting is under way.', registers }),
    participants: new Gauge({
      name: 'parley_participants',
      help: 'Participants present, those with a lost connection among them.',
      registers,
    }),
    connections: new Gauge({ name: 'parley_connections', help: 'Participants who are connected.', registers }),
    joins: new Counter({ name: 'parley_joins_total', help: 'Participants who came in.', registers }),
    exits: new Counter({
      name: 'parley_exits_total',
      help: 'Sessions that ended, by reason code.',
      labelNames: ['code'],
      registers,
    }),
    latency: new Histogram({
      name: 'parley_command_seconds',
      help: 'From a command to its answer.',
      labelNames: ['command', 'outcome'],
      buckets: LATENCY_BUCKETS,
      registers,
    }),
    deliveries: new Counter({
      name: 'parley_webhooks_total',
      help: 'Attempts to deliver webhooks, and deliveries that were given up or dropped.',
      labelNames: ['outcome'],
      registers,
    }),
  };
}

function countStep({ joins, exits }: ReturnType<typeof instruments>, step: Step): void {
  if (step.event.type === 'participant-joined') joins.inc();
  for (const { left } of step.exits) exits.inc({ code: String(left.reason.code) });
}
