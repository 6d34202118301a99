package dev.orgform.config;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Place;
import java.util.Locale;

/** What the guard file is called, and what people call it by mistake. */
final class GuardNames {
  private GuardNames() {}

  /** Whether a path names the guard file, or comes so near that somebody will rely on it. */
  static boolean isOne(String path) {
    return switch (last(path).toLowerCase(Locale.ROOT)) {
      case Sources.GUARD_FILE, "orgform.guard.yml", "orgform-guard.yaml", "orgform-guard.yml" ->
          true;
      default -> false;
    };
  }

  /** Why the file of this name guards nothing. */
  static Diagnostic problem(String path) {
    return last(path).equals(Sources.GUARD_FILE) ? misplaced(path) : misnamed(path);
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static Diagnostic misnamed(String path) {
    return Diagnostic.error(Code.GUARD_NAME, "This is no name for a guard file: " + path)
        .because("It would guard nothing, and nobody would notice.")
        .todo("Call it " + Sources.GUARD_FILE + ".")
        .at(Place.of(path));
  }

  private static Diagnostic misplaced(String path) {
    return Diagnostic.error(Code.GUARD_PLACE, "A guard file lies below the configuration: " + path)
        .because(
            "One guard file holds for a run: the one in the folder that is named, or in a folder"
                + " above it up to where the program runs. This one would guard nothing.")
        .todo("Move it to the folder that is named, or name the folder it is in.")
        .at(Place.of(path));
  }

  static Diagnostic two(String one, String other) {
    return Diagnostic.error(Code.TWO_GUARDS, "Two guard files hold for this run")
        .because(
            one
                + " and "
                + other
                + " both lie beside or above what was named; readers of one would"
                + " not know of the other.")
        .todo("Put all of it into one of them, or plan what they guard in runs of their own.")
        .at(Place.of(one), Place.of(other));
  }
}
