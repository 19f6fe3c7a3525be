#!/usr/bin/env bash
# Starts the server in place of this shell, so that a stop signal reaches it and it ends cleanly. Settings come as environment
# variables (agentinbox.offer.timeout is AGENTINBOX_OFFER_TIMEOUT); further arguments go to the server. Nothing is written to the
# prepared server's own folder, so that the image's file system can be read-only.
set -euo pipefail

: "${AGENTINBOX_HOME:?the directory of the prepared server}"
: "${AGENTINBOX_WORK:?a directory for what the server writes; may be empty at each start}"
: "${AGENTINBOX_DB_URL:?the database, such as jdbc:postgresql://db:5432/agentinbox}"
: "${AGENTINBOX_DB_USER:?the database user}"
# A secret can be given as a file, as container engines do.
if [[ -n "${AGENTINBOX_DB_PASSWORD_FILE:-}" ]]; then
  AGENTINBOX_DB_PASSWORD="$(<"$AGENTINBOX_DB_PASSWORD_FILE")"
  export AGENTINBOX_DB_PASSWORD
fi
if [[ -n "${AGENTINBOX_SMTP_PASSWORD_FILE:-}" ]]; then
  AGENTINBOX_SMTP_PASSWORD="$(<"$AGENTINBOX_SMTP_PASSWORD_FILE")"
  export AGENTINBOX_SMTP_PASSWORD
fi
if [[ -n "${AGENTINBOX_SUMMARY_API_KEY_FILE:-}" ]]; then
  AGENTINBOX_SUMMARY_API_KEY="$(<"$AGENTINBOX_SUMMARY_API_KEY_FILE")"
  export AGENTINBOX_SUMMARY_API_KEY
fi
: "${AGENTINBOX_DB_PASSWORD:?the database password, or AGENTINBOX_DB_PASSWORD_FILE}"

# The configuration and the EAR are laid anew at each start, but for who may sign in at the console (add-user.sh).
rm -rf "$AGENTINBOX_WORK/deployments"
mkdir -p "$AGENTINBOX_WORK/configuration" "$AGENTINBOX_WORK/deployments"
cp "$AGENTINBOX_HOME/standalone/configuration/"{standalone.xml,standalone-ha.xml,logging.properties,application-{users,roles}.properties} \
  "$AGENTINBOX_WORK/configuration/"
for file in mgmt-users.properties mgmt-groups.properties; do
  [[ -f "$AGENTINBOX_WORK/configuration/$file" ]] || cp "$AGENTINBOX_HOME/standalone/configuration/$file" "$AGENTINBOX_WORK/configuration/"
done
cp "$AGENTINBOX_HOME/standalone/deployments/agent-inbox.ear" "$AGENTINBOX_WORK/deployments/"

# The container engine keeps what the server prints; a file beside it would fill the memory that $AGENTINBOX_WORK may be.
export AGENTINBOX_LOG_FILE="${AGENTINBOX_LOG_FILE:-false}"
# Memory by the container's size; the server's other options stay its own.
# Who runs out of memory ends and is started again, rather than going on half alive.
export JBOSS_JAVA_SIZING="${JBOSS_JAVA_SIZING:--XX:MaxRAMPercentage=70} -XX:+ExitOnOutOfMemoryError"
# Makes the server's script hand stop signals on to the server.
export LAUNCH_JBOSS_IN_BACKGROUND=true
# The management interface stays on loopback, where the container engine's exec reaches it (jboss-cli.sh), unless said otherwise.
exec "$AGENTINBOX_HOME/bin/standalone.sh" "-Djboss.server.base.dir=$AGENTINBOX_WORK" -b "${AGENTINBOX_BIND:-127.0.0.1}" -bmanagement "${AGENTINBOX_BIND_MANAGEMENT:-127.0.0.1}" "$@"
