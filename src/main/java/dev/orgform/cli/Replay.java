package dev.orgform.cli;

import java.util.List;
import java.util.stream.Collectors;

/** The command that has the same go wrong again, by request instead of by chance. */
final class Replay {
  private Replay() {}

  /**
   * Says what of {@code --faults} happened in a run that is over; nothing where none were asked.
   */
  static void tell(
      Output output,
      String command,
      PathsParameter paths,
      ConnectOptions options,
      Connection connection) {
    if (connection.sandbox().isEmpty() || !options.faults.strip().startsWith("seed:")) {
      return;
    }
    var fired = connection.sandbox().get().sandbox().fired().toString();
    output.replay(
        "orgform %s%s --sandbox%s --faults %s"
            .formatted(
                command, words("", List.copyOf(paths.paths)), knobs(options), quoted(fired)));
  }

  private static String knobs(ConnectOptions options) {
    return words(" --knob", options.knobs);
  }

  private static String words(String before, List<?> words) {
    return words.stream()
        .map(word -> before + " " + quoted(word.toString()))
        .collect(Collectors.joining());
  }

  /** As a shell takes it for one word. */
  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:=,+@%-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
