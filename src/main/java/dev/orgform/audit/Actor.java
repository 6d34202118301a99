package dev.orgform.audit;

import java.util.Optional;

/**
 * Who did something and by what means, as far as an entry says; nothing is looked up or guessed,
 * the country of an address least of all.
 *
 * @param who an e-mail address, else what is nearest to one; empty where the entry names nobody
 * @param context the API's word for the means: {@code dash}, {@code api_token}, …
 * @param tokenName empty for tokens whose name the log does not have, such as deleted ones
 */
public record Actor(
    Optional<String> who,
    Optional<String> context,
    Optional<String> tokenName,
    Optional<String> tokenId,
    Optional<String> ip) {

  public static Actor of(Entry entry) {
    var tokenName = entry.text("actor", "token_name");
    var tokenId = entry.text("actor", "token_id");
    return new Actor(
        entry.text("actor", "email").or(() -> unnamed(entry, tokenName, tokenId)),
        entry.text("actor", "context"),
        tokenName,
        tokenId,
        entry.text("actor", "ip_address"));
  }

  private static Optional<String> unnamed(
      Entry entry, Optional<String> tokenName, Optional<String> tokenId) {
    return switch (entry.text("actor", "type").orElse("")) {
      case "system" -> Optional.of("a system of Cloudflare");
      case "cloudflare_admin" -> Optional.of("Cloudflare staff");
      default ->
          entry
              .text("actor", "id")
              .map(id -> "user " + id)
              .or(() -> tokenName.map(name -> "the token " + name))
              .or(() -> tokenId.map(id -> "the token " + id));
    };
  }

  /** By what means, in words; empty where the entry does not say. */
  public String how() {
    return switch (context.orElse("")) {
      case "dash" -> "in the dashboard";
      case "api_key" -> "with a Global API key";
      case "api_token" -> token();
      case "oauth" -> "through an OAuth application";
      case "origin_ca_key" -> "with an Origin CA key";
      case "api" -> "through the API";
      case "" -> "";
      default -> "by " + context.orElseThrow();
    };
  }

  private String token() {
    return tokenName
        .map(name -> "with the API token \"" + name + "\"")
        .or(() -> tokenId.map(id -> "with the API token " + id + ", whose name is not in the log"))
        .orElse("with an API token that the log does not name");
  }
}
