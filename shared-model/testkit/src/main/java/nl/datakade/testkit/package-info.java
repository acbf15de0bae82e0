/**
 * Real PostgreSQL, Kafka, S3 and Keycloak for integration tests, tokens for every kind of user, crashes at chosen points,
 * and the rules of architecture that every module keeps.
 */
@NullMarked
package nl.datakade.testkit;

import org.jspecify.annotations.NullMarked;
