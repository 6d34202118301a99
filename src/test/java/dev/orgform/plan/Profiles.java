package dev.orgform.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Profiles as they are kept by the API. */
final class Profiles {
  private Profiles() {}

  /** Empty but for one text. */
  static ObjectNode with(String field, String text) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("business_name", "")
        .put("business_email", "")
        .put("business_phone", "")
        .put("business_address", "")
        .put("external_metadata", "")
        .put(field, text);
  }
}
