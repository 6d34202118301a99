/** Live to YAML and back, on estates that chance makes. */
package dev.orgform.roundtrip;
