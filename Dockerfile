# The standalone server in an image: docker build -t parley-server .
#   docker run -p 7470:7470 -v parley:/data -e PARLEY_ALLOWED_HOSTS=meet.example.org parley-server
# A release pins both images by their digests.
FROM node:22-bookworm-slim AS build
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN node build/run/packageServer.mjs --folder /opt/parley-server
WORKDIR /opt/parley-server
# Only what the server needs to run: its database.
RUN npm install --omit=dev --ignore-scripts --no-package-lock \
  && mkdir /data && chown node:node /data

FROM node:22-bookworm-slim
ENV NODE_ENV=production \
    PARLEY_HOST=0.0.0.0 \
    PARLEY_DATA=/data
COPY --from=build /opt/parley-server /opt/parley-server
# Empty, and the server's own: a volume that is mounted here takes its owner over.
COPY --from=build --chown=node:node /data /data
# `node`, by its number, which Kubernetes' runAsNonRoot asks for.
USER 1000:1000
VOLUME /data
EXPOSE 7470
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=6s --start-period=10s --retries=3 \
  CMD ["node", "/opt/parley-server/parley-server.mjs", "--health"]
ENTRYPOINT ["node", "/opt/parley-server/parley-server.mjs"]
