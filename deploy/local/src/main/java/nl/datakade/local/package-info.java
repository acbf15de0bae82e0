/**
 * The backing services on one machine without Docker: PostgreSQL, Kafka, an S3 server and Keycloak, started from the
 * Maven repository as processes of their own, with state, logs and secrets in one folder.
 */
@NullMarked
package nl.datakade.local;

import org.jspecify.annotations.NullMarked;
