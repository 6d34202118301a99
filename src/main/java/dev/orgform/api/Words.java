package dev.orgform.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an answer says, in a form that cannot act on a terminal, a log or a table. */
final class Words {
  private static final int LONGEST = 300;
  private static final int ERRORS = 3;

  private Words() {}

  /** What follows the status in a summary; a page's own text is never in it. */
  static String said(Reply.Answer answer, Envelope envelope) {
    if (answer.status() / 100 == 3) {
      return ", a redirect to " + target(answer) + ", which is never followed";
    }
    return switch (envelope.shape()) {
      case ENVELOPE -> errors(answer, envelope);
      case EMPTY -> " without a body";
      case HTML -> ": not a Cloudflare API reply but a web page";
      case JSON -> ": not a Cloudflare API reply but other JSON" + title(answer);
      case OTHER -> ": not a Cloudflare API reply";
    };
  }

  /**
   * Text on one line: controls, line ends, and characters that hide or reorder others are spelled
   * as {@code \\u202e}; what is longer than 300 characters is cut and says so.
   */
  static String tame(String text) {
    var out = new StringBuilder();
    String start = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    start
        .codePoints()
        .forEach(
            c -> {
              switch (Character.getType(c)) {
                case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    out.append(String.format(Locale.ROOT, "\\u%04x", c));
                default -> out.appendCodePoint(c);
              }
            });
    return text.length() <= LONGEST ? out.toString() : out + "… (" + text.length() + " characters)";
  }

  private static String errors(Reply.Answer answer, Envelope envelope) {
    boolean contradicts = answer.status() / 100 == 2 || envelope.success();
    if (envelope.errors().isEmpty()) {
      if (envelope.success()) {
        return ", success:true, but not with what was expected";
      }
      return contradicts ? ", but with success:false" : " without saying why";
    }
    int more = envelope.errors().size() - ERRORS;
    return (contradicts ? ", but with an error: " : ": ")
        + envelope.errors().stream()
            .limit(ERRORS)
            .map(Words::error)
            .collect(Collectors.joining("; "))
        + (more > 0 ? "; and " + more + " more" : "");
  }

  private static String error(ApiError error) {
    String code = error.code().isPresent() ? "code " + error.code().getAsInt() + " " : "";
    return code
        + '"'
        + tame(error.message())
        + '"'
        + error.pointer().map(at -> " at " + tame(at)).orElse("")
        + error.documentationUrl().map(url -> ", see " + tame(url)).orElse("");
  }

  /** The title of an RFC 9457 problem. */
  private static String title(Reply.Answer answer) {
    return answer
        .body()
        .json()
        .map(json -> json.path("title"))
        .filter(title -> title.isTextual())
        .map(title -> ": \"" + tame(title.textValue()) + '"')
        .orElse("");
  }

  private static String target(Reply.Answer answer) {
    String location = answer.headers().first("Location").orElse("");
    if (location.isEmpty()) {
      return "nowhere";
    }
    try {
      var uri = new URI(location);
      if (uri.getRawAuthority() == null) {
        return uri.isOpaque() ? "another kind of address" : "the same host";
      }
      String scheme = uri.getScheme() == null ? "" : uri.getScheme() + "://";
      // The last @ ends the user part, behind which a false host may be hidden.
      String authority = uri.getRawAuthority();
      return tame(scheme + authority.substring(authority.lastIndexOf('@') + 1));
    } catch (URISyntaxException e) {
      return "an address that cannot be read";
    }
  }
}
