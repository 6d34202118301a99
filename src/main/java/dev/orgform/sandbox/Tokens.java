package dev.orgform.sandbox;

/** What a route is to an API token, by the credential matrix of Cloudflare's limitations page. */
enum Tokens {
  /** Listing organizations: documented as open to tokens everywhere. */
  LISTS,
  /** Creating one: open to tokens by the limitations page, but not by the OpenAPI document. */
  CREATES,
  /** Reading accounts, which needs no right on organizations. */
  READS_ACCOUNTS,
  /** Reading audit logs and usage, which the matrix leaves out and the documents open to both. */
  READS_LOGS,
  /** Needs the Global API Key. */
  NEVER;

  boolean admits(KnobList.TokenRule rule) {
    return switch (rule) {
      case MATRIX -> this != NEVER;
      case LIST -> this == LISTS || this == READS_ACCOUNTS;
      case EVERYTHING -> true;
      case NOTHING -> false;
    };
  }
}
