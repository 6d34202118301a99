package dev.orgform.audit;

import java.util.Locale;
import java.util.Optional;

/**
 * THE list of filters of an organization's audit log, each of which has a form that chooses and one
 * that leaves out. Source: the OpenAPI of {@code GET /organizations/{id}/logs/audit}.
 */
public enum Filter {
  ID("ID", "the id of an entry", "id"),
  ACTION_RESULT("RESULT", "how it went: success or failure", "action", "result"),
  ACTION_TYPE("TYPE", "what was done: create, update, delete or view", "action", "type"),
  ACTOR_CONTEXT(
      "CONTEXT",
      "by what means: dash, api_key, api_token, oauth, origin_ca_key or api",
      "actor",
      "context"),
  ACTOR_EMAIL("EMAIL", "whose address it is", "actor", "email"),
  ACTOR_ID("ID", "the id of the user", "actor", "id"),
  ACTOR_IP_ADDRESS("IP", "from which address it came"),
  ACTOR_TOKEN_ID("ID", "the id of the API token", "actor", "token_id"),
  ACTOR_TOKEN_NAME("NAME", "the name of the API token"),
  ACTOR_TYPE(
      "TYPE",
      "what did it: user, account, delegated_service, system or cloudflare_admin",
      "actor",
      "type"),
  RAW_CF_RAY_ID("RAY", "the ray of the request"),
  RAW_METHOD("METHOD", "the HTTP method of the request", "raw", "method"),
  RAW_STATUS_CODE("STATUS", "the HTTP status of the answer", "raw", "status_code"),
  RAW_URI("URI", "the path of the request"),
  RESOURCE_ID("ID", "the id of what was changed", "resource", "id"),
  RESOURCE_PRODUCT("PRODUCT", "the product of what was changed", "resource", "product"),
  RESOURCE_SCOPE("SCOPE", "the scope of what was changed: organizations"),
  RESOURCE_TYPE("TYPE", "the type of what was changed", "resource", "type");

  private final String label;
  private final String meaning;
  private final String[] path;

  /**
   * A filter.
   *
   * @param path where an entry has it, for those whose values are equal or not and nothing else
   */
  Filter(String label, String meaning, String... path) {
    this.label = label;
    this.meaning = meaning;
    this.path = path;
  }

  /** Its name on the wire, {@code actor_email}; with {@code .not} behind it, it leaves out. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its name as a flag, {@code actor-email}. */
  public String flag() {
    return wire().replace('_', '-');
  }

  /** What its value is called in help. */
  public String label() {
    return label;
  }

  /** What it is about, for help. */
  public String meaning() {
    return meaning;
  }

  /** What an entry has there; nothing where only the server can say whether it fits. */
  Optional<String> in(Entry entry) {
    return path.length == 0 ? Optional.empty() : Optional.of(entry.text(path).orElse(""));
  }
}
