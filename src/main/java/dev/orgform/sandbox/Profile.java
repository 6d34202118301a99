package dev.orgform.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The five texts of a profile, all of them required whenever one is sent; other members are kept.
 */
final class Profile {
  static final List<String> FIELDS =
      List.of(
          "business_address",
          "business_email",
          "business_name",
          "business_phone",
          "external_metadata");

  private Profile() {}

  static ObjectNode blank() {
    ObjectNode profile = Json.object();
    FIELDS.forEach(field -> profile.put(field, ""));
    return profile;
  }

  /** The profile itself, or a 400 that names the first member that is missing or no string. */
  static ObjectNode checked(ObjectNode sent, String pointer) {
    for (String field : FIELDS) {
      if (!sent.path(field).isTextual()) {
        throw Denials.invalid(
            pointer + "/" + field, field + " is required in a profile and must be a string");
      }
    }
    return sent;
  }
}
