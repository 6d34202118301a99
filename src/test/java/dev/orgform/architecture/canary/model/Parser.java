package dev.orgform.architecture.canary.model;

import com.fasterxml.jackson.databind.JsonNode;

/** Brings a library out of its rooms. */
record Parser(JsonNode node) {}
