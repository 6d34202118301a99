package dev.orgform.sandbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Faults by the number of the request that they happen at, counted from 1.
 *
 * @param entries the faults of each request; at most one {@link AnswerFault} among them
 */
public record Schedule(SortedMap<Integer, List<Fault>> entries) implements Faults {
  private static final Pattern ENTRY =
      Pattern.compile("([0-9]{1,9}):(acted\\+)?([a-z0-9-]+)(?:@([0-9]{1,9}))?(?:\\(([^()]*)\\))?");

  public Schedule {
    var copy = new TreeMap<Integer, List<Fault>>();
    entries.forEach(
        (request, faults) -> {
          if (!faults.isEmpty()) {
            copy.put(request, check(request, faults));
          }
        });
    entries = Collections.unmodifiableSortedMap(copy);
  }

  private static List<Fault> check(int request, List<Fault> faults) {
    if (request < 1) {
      throw new Refused("Requests are counted from 1; there is no request " + request + ".");
    }
    var answers = faults.stream().filter(AnswerFault.class::isInstance).toList();
    if (answers.size() > 1) {
      throw new Refused(
          "Request %d cannot have both %s and %s: one request has one answer."
              .formatted(request, answers.get(0), answers.get(1)));
    }
    return List.copyOf(faults);
  }

  /** The faults of a request, most of which have none. */
  List<Fault> at(int request) {
    return entries.getOrDefault(request, List.of());
  }

  static Schedule parse(String text) {
    var entries = new TreeMap<Integer, List<Fault>>();
    for (String entry : split(text)) {
      var parts = ENTRY.matcher(entry.strip());
      if (!parts.matches()) {
        throw new Refused(
            "\"%s\" is no fault: write REQUEST:FAULT, such as 3:acted+reset@0 or"
                    .formatted(Plain.text(entry.strip()))
                + " 9:429(retry-after=5).");
      }
      entries
          .computeIfAbsent(Integer.valueOf(parts.group(1)), request -> new ArrayList<>())
          .add(
              fault(
                  new Arguments(
                      parts.group(3),
                      parts.group(2) != null,
                      Optional.ofNullable(parts.group(4)).map(Integer::valueOf),
                      Optional.ofNullable(parts.group(5)))));
    }
    return new Schedule(entries);
  }

  private static Fault fault(Arguments arguments) {
    String name = arguments.fault();
    return FaultList.named(name)
        .orElseThrow(
            () ->
                new Refused(
                    "There is no fault \"%s\".%s The faults are: %s."
                        .formatted(
                            name,
                            Nearest.hint(name, FaultList.names()),
                            String.join(", ", FaultList.names()))))
        .read(arguments);
  }

  /** Cuts at the commas that stand in no parentheses. */
  private static List<String> split(String text) {
    return List.of(text.split(",(?![^()]*\\))", -1));
  }

  /** What {@link Faults#parse} reads back. */
  @Override
  public String toString() {
    return entries.isEmpty()
        ? "none"
        : entries.entrySet().stream()
            .flatMap(entry -> entry.getValue().stream().map(f -> entry.getKey() + ":" + f))
            .collect(Collectors.joining(","));
  }
}
