package dev.orgform.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the credentials of one environment and everything that is wrong with them. */
final class CredentialsReader {
  private static final String TOKEN = "CLOUDFLARE_API_TOKEN";
  private static final String EMAIL = "CLOUDFLARE_EMAIL";
  private static final String KEY = "CLOUDFLARE_API_KEY";
  private static final int LARGEST_FILE = 4096;
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

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
    String variable = name + "_FILE";
    try {
      Path file = Path.of(path);
      if (path.isEmpty() || !Files.isRegularFile(file)) {
        wrong("credentials-file", variable + " names no regular file", "Name a file to read.");
        return Optional.empty();
      }
      if (secret && isOpenToOthers(file)) {
        wrong(
            "credentials-file-open",
            "The file of " + variable + " is open to other users of this machine",
            "Make it yours alone: chmod 600 on that file.");
        return Optional.empty();
      }
      return content(variable, file);
    } catch (IOException | InvalidPathException | SecurityException e) {
      wrong("credentials-file", "The file of " + variable + " cannot be read", "Check its path.");
      return Optional.empty();
    }
  }

  private Optional<String> content(String variable, Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(LARGEST_FILE + 1);
    }
    if (bytes.length > LARGEST_FILE) {
      wrong(
          "credentials-file",
          "The file of " + variable + " is larger than " + LARGEST_FILE + " bytes",
          "It should hold the bare value and nothing else.");
      return Optional.empty();
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return Optional.of(text.replaceFirst("\\r?\\n\\z", ""));
  }

  private static boolean isOpenToOthers(Path file) throws IOException {
    try {
      return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
    } catch (UnsupportedOperationException e) {
      return false; // A file system without these permissions has nothing to check.
    }
  }

  private void wrong(String code, String summary, String detail) {
    problems.add(new Problem(code, summary, detail));
  }
}
