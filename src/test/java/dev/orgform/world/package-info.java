/**
 * A Cloudflare of our own for tests: one thread, virtual time, the API's rules, faults on demand.
 */
package dev.orgform.world;
