package dev.orgform.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orgform.model.Code;
import dev.orgform.report.ExplainText;
import dev.orgform.report.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A page for every code and every exit code; their words are in {@code codes.txt}. */
final class CodePages {
  private static final String FILE = "codes.txt";
  private static final String TODO = "-> ";

  private final Map<String, ExplainText.Words> words = new TreeMap<>();

  private CodePages(String text) {
    for (var entry : text.strip().split("\n\n")) {
      var lines = entry.lines().toList();
      words.put(
          lines.getFirst(),
          new ExplainText.Words(lines.get(1), lines.get(2).substring(TODO.length())));
    }
  }

  static CodePages read() {
    try (var in = CodePages.class.getResourceAsStream(FILE)) {
      return new CodePages(new String(Objects.requireNonNull(in, FILE).readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Page of(Code code) {
    int exit = code.family().exit();
    return ExplainText.code(code, words(code.word()), Exit.meaning(exit));
  }

  /** The page of an exit code that there is. */
  Page of(int exit) {
    var leading =
        Arrays.stream(Code.values())
            .filter(code -> exit != Exit.DONE && code.family().exit() == exit)
            .map(Code::word)
            .collect(Collectors.joining(", "));
    return ExplainText.exit(exit, Exit.meaning(exit), words("exit " + exit), leading);
  }

  private ExplainText.Words words(String of) {
    return Objects.requireNonNull(words.get(of), of);
  }
}
