import { authenticate } from './api/integrator.ts';
import { failed, type Route } from './route.ts';

/** Guarded like the API, unless the server was told that whoever reaches the port may read it. */
export const metricsRoute: Route = {
  method: 'GET',
  path: '/metrics',
  operation: {
    id: 'metrics',
    summary: "The server's figures, in Prometheus' text format.",
    description: 'Needs an API key with `readMetrics`, unless the server is configured otherwise.',
    access: 'apiKey',
    body: null,
    success: { status: 200, description: 'The figures.', answer: 'text' },
    refusals: [401, 404, 429],
  },
  handle: async (request) => {
    const { settings, registry } = request.services;
    const { metrics, metricsAccess } = settings;
    if (metricsAccess === 'key') {
      const caller = authenticate(request, 'readMetrics');
      if (!caller.ok) return failed(caller.error);
    }
    if (metrics === null) return { status: 404, body: { code: 'bad-request', message: 'Not here.' } };
    const { contentType, text } = await metrics.expose(registry.open(), registry.connections);
    return { status: 200, body: text, contentType };
  },
};
