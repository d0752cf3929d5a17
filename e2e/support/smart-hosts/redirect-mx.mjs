// Loaded into a console's processes through NODE_OPTIONS: leads connections to port 25 of the addresses in MX_LAB_PORTS
// (JSON, address → port) to that port of 127.0.0.1. The console itself knows nothing of it.
import { Socket } from 'node:net';

const ports = JSON.parse(process.env.MX_LAB_PORTS ?? '{}');
const connect = Socket.prototype.connect;

Socket.prototype.connect = function connectElsewhere(...given) {
  // net.connect hands over its arguments as one list that Node has marked as sorted: it must stay that list.
  const list = Array.isArray(given[0]) ? given[0] : given;
  const [options] = list;
  const port = options?.port === 25 ? ports[options.host] : undefined;
  if (port !== undefined) list[0] = { ...options, host: '127.0.0.1', port };
  return connect.apply(this, given);
};
