FROM node:22-bookworm-slim
WORKDIR /app
COPY . .
RUN node --input-type=module -e "await (await import('./tools/ready.mjs')).makeReady()" \
  && install -d -o node -g node -m 700 /var/lib/fengsui
USER node
VOLUME /var/lib/fengsui
EXPOSE 3000
CMD ["node", "api/dist/main.js"]
