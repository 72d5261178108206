#!/bin/bash
# Whether the server takes connections, for the health check of docker-compose.yml. It listens on the network only
# once it is prepared.
exec 3<>/dev/tcp/127.0.0.1/5432
