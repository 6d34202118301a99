package dev.orgform.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is written behind a fault's name: {@code @12}, {@code (45s)}, {@code (rename,of=3)}; each is
 * taken once, and what nobody took is refused.
 */
final class Arguments {
  private final String fault;
  private final boolean acted;
  private Optional<Integer> at;
  private Optional<String> word = Optional.empty();
  private final SortedMap<String, String> named = new TreeMap<>();
  private final List<String> known = new ArrayList<>();

  Arguments(String fault, boolean acted, Optional<Integer> at, Optional<String> text) {
    this.fault = fault;
    this.acted = acted;
    this.at = at;
    for (String part : text.map(t -> t.split(",", -1)).orElse(new String[0])) {
      int equals = part.indexOf('=');
      if (equals >= 0) {
        named.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
      } else if (word.isEmpty()) {
        word = Optional.of(part.strip());
      } else {
        throw wrong("takes one word at most, not \"" + Plain.text(part) + "\" as well");
      }
    }
  }

  String fault() {
    return fault;
  }

  boolean acted() {
    return acted;
  }

  Optional<Integer> at() {
    var taken = at;
    at = Optional.empty();
    return taken;
  }

  Optional<String> word() {
    var taken = word;
    word = Optional.empty();
    return taken;
  }

  Optional<String> named(String name) {
    known.add(name);
    return Optional.ofNullable(named.remove(name));
  }

  /** The named argument as one of the constants, the first of which stands for its absence. */
  <E extends Enum<E>> E named(String name, List<E> choices) {
    return named(name).map(text -> choice(text, choices)).orElse(choices.getFirst());
  }

  /** The constant whose name is spelled so in lower case. */
  <E extends Enum<E>> E choice(String text, List<E> choices) {
    var words = choices.stream().map(choice -> choice.name().toLowerCase(Locale.ROOT)).toList();
    int found = words.indexOf(text);
    if (found < 0) {
      throw wrong(
          "cannot have \"%s\"; it takes one of %s.%s"
              .formatted(
                  Plain.text(text), String.join(", ", words), Nearest.hint(text, words).strip()));
    }
    return choices.get(found);
  }

  Duration span() {
    return word()
        .flatMap(Knob::readSpan)
        .orElseThrow(() -> wrong("needs a time in parentheses, such as (45s) or (1500ms)"));
  }

  /** The fault itself, when nothing was written that it does not take. */
  Fault only(Fault read) {
    at.ifPresent(bytes -> unknown("@" + bytes));
    word.ifPresent(this::unknown);
    if (!named.isEmpty()) {
      unknown(named.firstKey());
    }
    return read;
  }

  private void unknown(String what) {
    throw wrong("does not take \"%s\".%s".formatted(Plain.text(what), Nearest.hint(what, known)));
  }

  Refused wrong(String what) {
    return new Refused(
        "%s %s%s It is written %s."
            .formatted(fault, what, what.endsWith(".") || what.endsWith("?") ? "" : ".", form()));
  }

  private String form() {
    return FaultList.named(fault).map(FaultList.Entry::form).orElse(fault);
  }
}
