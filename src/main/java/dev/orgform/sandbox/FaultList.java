package dev.orgform.sandbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** THE list of faults that a schedule may name. */
public final class FaultList {
  /**
   * One fault of the list.
   *
   * @param form how it is written, e.g. {@code reset@BYTE}
   * @param mayAct whether {@code acted+} may stand before it
   * @param names what it is found by
   */
  public record Entry(
      String form, String meaning, boolean mayAct, Set<String> names, Reading reading) {
    Fault read(Arguments arguments) {
      if (arguments.acted() && !mayAct) {
        throw arguments.wrong("cannot stand behind acted+");
      }
      return arguments.only(reading.apply(arguments));
    }
  }

  /** From what is written to the fault. */
  interface Reading extends Function<Arguments, Fault> {}

  /** How a schedule is written, above the list of what may stand in it. */
  public static final String HOW_TO =
      """
      --faults takes a schedule, a seed or none:
        3:acted+reset@0,9:429(retry-after=5),12:editor(rename)
            REQUEST:FAULT, where requests are counted from 1 as they arrive. Behind acted+ the
            request has its effect and only its answer suffers; without, it has none. A request
            may have several faults, but only one of its answer.
        seed:4711 or seed:4711,storm
            By chance, the same for the same requests: about one in a hundred, or far more.

      The faults:
      """;

  private static final Set<String> ANSWERED_OTHERWISE =
      Set.of("400", "401", "403", "404", "405", "413", "415", "422", "429");
  private static final Set<String> UNCLEAR =
      Set.of(
          "408", "409", "500", "502", "503", "504", "520", "521", "522", "523", "524", "525",
          "526");
  private static final Set<String> REDIRECTS = Set.of("301", "302", "303", "307", "308");

  /** Every fault, in the order in which help lists them. */
  public static final List<Entry> ALL = all();

  private FaultList() {}

  private static List<Entry> all() {
    var all = new ArrayList<Entry>();
    all.add(
        entry(
            "refused",
            "the connection ends before a byte of the request is taken",
            false,
            a -> new AnswerFault.Unreached()));
    all.add(
        entry(
            "silent",
            "the request is taken and never answered",
            true,
            a -> new AnswerFault.Silent(a.acted())));
    all.add(broken("reset", Ending.RESET, "the connection is reset"));
    all.add(broken("close", Ending.CLOSED, "the connection is closed"));
    all.add(
        new Entry(
            "slow(BYTES)",
            "the right answer, so many bytes in a second (1)",
            false,
            Set.of("slow"),
            a -> new AnswerFault.Slow(a.word().map(text -> count(a, text)).orElse(1))));
    all.add(
        new Entry(
            "late(DURATION)",
            "the right answer, so much later than the effect",
            false,
            Set.of("late"),
            a -> new AnswerFault.Late(a.span())));
    statuses(all);
    for (Spoil spoil : Spoil.values()) {
      all.add(
          entry(
              spoil.word(), spoil.meaning(), true, a -> new AnswerFault.Spoiled(a.acted(), spoil)));
    }
    for (PageSpoil spoil : PageSpoil.values()) {
      all.add(
          entry(
              spoil.word(),
              "in a list, " + spoil.meaning(),
              false,
              a -> new AnswerFault.Paged(spoil)));
    }
    world(all);
    return List.copyOf(all);
  }

  private static void statuses(List<Entry> all) {
    String form = "STATUS(as=json|html|problem,retry-after=TEXT,ratelimit=yes|no)";
    all.add(
        new Entry(
            form,
            "STATUS is one of "
                + sorted(ANSWERED_OTHERWISE)
                + "; TEXT is seconds, date+120 or date-120 for an HTTP date, none, or anything",
            false,
            ANSWERED_OTHERWISE,
            FaultList::turned));
    all.add(
        new Entry(form, "STATUS is one of " + sorted(UNCLEAR), true, UNCLEAR, FaultList::turned));
    all.add(
        new Entry(
            "STATUS(to=other|self)",
            "a redirect to another host or to the same place; STATUS is one of "
                + sorted(REDIRECTS),
            false,
            REDIRECTS,
            a ->
                new AnswerFault.Redirected(
                    Integer.parseInt(a.fault()),
                    a.named("to", List.of(AnswerFault.Target.values())))));
  }

  private static void world(List<Entry> all) {
    all.add(
        new Entry(
            "hidden(DURATION)",
            "the organization that this request creates is missing from lists and by its id for so"
                + " long",
            false,
            Set.of("hidden"),
            a -> new WorldFault.Hidden(a.span())));
    all.add(
        new Entry(
            "forbidden(DURATION)",
            "the organization that this request creates is answered 403 for so long, by its id and"
                + " as a parent",
            false,
            Set.of("forbidden"),
            a -> new WorldFault.Forbidden(a.span())));
    all.add(
        new Entry(
            "editor(rename|delete|create|twin|profile,of=N)",
            "right before this request somebody edits the Nth organization, counted from the oldest"
                + " and round again (the newest); twin creates what the request is about to create",
            false,
            Set.of("editor"),
            FaultList::editor));
    all.add(
        entry(
            "expired",
            "from here on the credential is answered 401",
            false,
            a -> new WorldFault.Expired()));
    all.add(
        entry(
            "revoked",
            "from here on the credential is answered 403",
            false,
            a -> new WorldFault.Revoked()));
  }

  static Optional<Entry> named(String name) {
    return ALL.stream().filter(entry -> entry.names().contains(name)).findFirst();
  }

  static List<String> names() {
    return ALL.stream().flatMap(entry -> entry.names().stream().sorted()).toList();
  }

  private static Entry entry(String name, String meaning, boolean mayAct, Reading reading) {
    return new Entry(name, meaning, mayAct, Set.of(name), reading);
  }

  private static Entry broken(String name, Ending ending, String meaning) {
    return new Entry(
        name + "@BYTE or " + name + "(headers|body)",
        meaning + " behind so many bytes of the answer (0), or in the middle of that part",
        true,
        Set.of(name),
        a -> {
          var bytes = a.at();
          var place =
              a.word().map(text -> a.choice(text, List.of(Cut.Place.HEADERS, Cut.Place.BODY)));
          if (bytes.isPresent() && place.isPresent()) {
            throw a.wrong("takes a byte or a part of the answer, not both");
          }
          return new AnswerFault.Broken(
              a.acted(), ending, place.map(p -> new Cut(p, 0)).orElse(Cut.at(bytes.orElse(0))));
        });
  }

  private static Fault turned(Arguments a) {
    int status = Integer.parseInt(a.fault());
    var form = a.named("as", List.of(AnswerFault.Form.values()));
    String retryAfter = a.named("retry-after").orElse(AnswerFault.Turned.NO_RETRY_AFTER);
    if (!retryAfter.matches("[!-~&&[^(),]]{1,40}")) {
      throw a.wrong("needs a retry-after of 1 to 40 visible characters without parentheses");
    }
    if (retryAfter.startsWith("date") && !retryAfter.matches("date[+-][0-9]{1,9}")) {
      throw a.wrong("cannot have \"" + retryAfter + "\"; dates are written date+120 or date-120");
    }
    String counted = a.named("ratelimit").orElse("yes");
    if (!Arrays.asList("yes", "no").contains(counted)) {
      throw a.wrong("needs ratelimit=yes or ratelimit=no");
    }
    return new AnswerFault.Turned(a.acted(), status, form, retryAfter, counted.equals("yes"));
  }

  private static Fault editor(Arguments a) {
    var deed = a.choice(a.word().orElse(""), List.of(WorldFault.Edited.values()));
    var of = a.named("of").map(text -> count(a, text));
    return new WorldFault.Editor(deed, of.map(OptionalInt::of).orElse(OptionalInt.empty()));
  }

  private static int count(Arguments a, String text) {
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw a.wrong("needs a whole number from 1, not \"" + Plain.text(text) + "\"");
    }
    return Integer.parseInt(text);
  }

  private static String sorted(Set<String> names) {
    return String.join(", ", names.stream().sorted().toList());
  }
}
