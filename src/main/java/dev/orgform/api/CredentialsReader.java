package dev.orgform.api;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the credentials of one environment and everything that is wrong with them. */
final class CredentialsReader {
  private static final String TOKEN = "CLOUDFLARE_API_TOKEN";
  private static final String EMAIL = "CLOUDFLARE_EMAIL";
  private static final String KEY = "CLOUDFLARE_API_KEY";

  private final Map<String, String> environment;
  private final List<Problem> problems = new ArrayList<>();

  CredentialsReader(Map<String, String> environment) {
    this.environment = environment;
  }

  Given<Credentials> read() {
    boolean hasToken = isSet(TOKEN);
    boolean hasEmail = isSet(EMAIL);
    boolean hasKey = isSet(KEY);
    Optional<String> token = value(TOKEN, true);
    Optional<String> email = value(EMAIL, false);
    Optional<String> key = value(KEY, true);
    if (!hasToken && !hasEmail && !hasKey) {
      wrong(
          "credentials-missing",
          "No credentials are set",
          "Set " + TOKEN + ", or " + EMAIL + " and " + KEY + ".");
    } else if (hasToken && (hasEmail || hasKey)) {
      wrong(
          "credentials-both",
          "Both an API token and parts of a Global API key are set",
          "Keep either " + TOKEN + " or " + EMAIL + " with " + KEY + "; only one is ever sent.");
    } else if (hasEmail != hasKey) {
      String there = hasEmail ? EMAIL : KEY;
      String missing = hasEmail ? KEY : EMAIL;
      wrong(
          "credentials-half",
          there + " is set without " + missing,
          "The Global API key works only together with its e-mail address: set both.");
    }
    if (email.isPresent() && !email.get().matches("[^@]+@[^@]+")) {
      wrong("credentials-email", EMAIL + " is not an e-mail address", "Set the key's own e-mail.");
    }
    if (!problems.isEmpty()) {
      return Given.wrong(problems);
    }
    return Given.of(
        token
            .<Credentials>map(Credentials.Token::new)
            .orElseGet(() -> new Credentials.GlobalKey(email.orElseThrow(), key.orElseThrow())));
  }

  private boolean isSet(String name) {
    return environment.containsKey(name) || environment.containsKey(name + "_FILE");
  }

  private Optional<String> value(String name, boolean secret) {
    String direct = environment.get(name);
    String file = environment.get(name + "_FILE");
    if (direct != null && file != null) {
      wrong(
          "credentials-twice",
          "Both " + name + " and " + name + "_FILE are set",
          "Keep one of the two.");
      return Optional.empty();
    }
    Optional<String> text = file == null ? Optional.ofNullable(direct) : file(name, file, secret);
    String source = file == null ? name : "The file of " + name + "_FILE";
    return text.filter(value -> isUsable(source, value));
  }

  private boolean isUsable(String source, String value) {
    if (value.isEmpty()) {
      wrong("credentials-empty", source + " is empty", "Give it a value, or do not set it.");
      return false;
    }
    if (!value.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      // Anything else could end the header line and begin another.
      wrong(
          "credentials-characters",
          source + " holds characters other than visible ASCII",
          "Look for spaces, line breaks or quotation marks that were copied along.");
      return false;
    }
    return true;
  }

  private Optional<String> file(String name, String path, boolean secret) {
    var given = new CredentialFile(name + "_FILE", secret).read(path, Files::newInputStream);
    problems.addAll(given.problems());
    return given.value();
  }

  private void wrong(String code, String summary, String detail) {
    problems.add(new Problem(code, summary, detail));
  }
}
