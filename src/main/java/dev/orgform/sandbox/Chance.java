package dev.orgform.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A kind of fault that chance may choose.
 *
 * @param weight how often, compared with the others
 * @param fits which requests can meet with it
 * @param drawn one of the kind
 */
record Chance(int weight, Predicate<Request> fits, Function<SplittableRandom, AnswerFault> drawn) {
  private static final int[] UNCLEAR = {
    408, 409, 500, 500, 502, 502, 503, 503, 504, 520, 521, 522, 523, 524, 525, 526
  };
  private static final int[] REFUSALS = {400, 401, 403, 404, 429};
  private static final int[] REDIRECTS = {301, 302, 303, 307, 308};
  private static final List<String> WAITS =
      List.of("1", "5", "30", "300", "none", "date+30", "date-30", "-5", "0", "soon", "1.5");

  /** All kinds; a seed enables some of them. */
  static final List<Chance> ALL = all();

  private static List<Chance> all() {
    var all = new ArrayList<Chance>();
    all.add(any(30, dice -> new AnswerFault.Unreached()));
    all.add(any(60, dice -> new AnswerFault.Silent(dice.nextBoolean())));
    all.add(any(80, dice -> broken(dice, Ending.RESET)));
    all.add(any(40, dice -> broken(dice, Ending.CLOSED)));
    all.add(any(30, dice -> new AnswerFault.Late(Duration.ofMillis(dice.nextInt(1, 45_000)))));
    all.add(any(5, dice -> new AnswerFault.Slow(dice.nextInt(1, 200))));
    all.add(any(50, dice -> turned(dice, false, 429, AnswerFault.Form.JSON)));
    all.add(any(2, dice -> throttledForDays()));
    all.add(any(80, dice -> turned(dice, dice.nextBoolean(), one(dice, UNCLEAR), form(dice))));
    all.add(
        any(
            15,
            dice ->
                turned(
                    dice,
                    false,
                    one(dice, REFUSALS),
                    dice.nextBoolean() ? AnswerFault.Form.HTML : AnswerFault.Form.PROBLEM)));
    all.add(
        any(
            8,
            dice ->
                new AnswerFault.Redirected(
                    one(dice, REDIRECTS),
                    dice.nextBoolean() ? AnswerFault.Target.OTHER : AnswerFault.Target.SELF)));
    for (Spoil spoil : Spoil.values()) {
      all.add(
          any(
              spoil == Spoil.HUGE ? 1 : 10,
              dice -> new AnswerFault.Spoiled(dice.nextBoolean(), spoil)));
    }
    for (PageSpoil spoil : PageSpoil.values()) {
      all.add(new Chance(40, Request::isList, dice -> new AnswerFault.Paged(spoil)));
    }
    return List.copyOf(all);
  }

  private static Chance any(int weight, Function<SplittableRandom, AnswerFault> drawn) {
    return new Chance(weight, request -> true, drawn);
  }

  private static AnswerFault broken(SplittableRandom dice, Ending ending) {
    var cut =
        switch (dice.nextInt(4)) {
          case 0 -> Cut.at(0);
          case 1 -> Cut.HEADERS;
          case 2 -> Cut.BODY;
          default -> Cut.at(dice.nextInt(1, 1000));
        };
    return new AnswerFault.Broken(dice.nextBoolean(), ending, cut);
  }

  private static AnswerFault turned(
      SplittableRandom dice, boolean acted, int status, AnswerFault.Form form) {
    String wait = status == 429 || status == 503 ? WAITS.get(dice.nextInt(WAITS.size())) : "none";
    return new AnswerFault.Turned(acted, status, form, wait, dice.nextInt(4) > 0);
  }

  private static AnswerFault throttledForDays() {
    return new AnswerFault.Turned(false, 429, AnswerFault.Form.JSON, "999999", true);
  }

  private static AnswerFault.Form form(SplittableRandom dice) {
    var forms = AnswerFault.Form.values();
    return forms[dice.nextInt(forms.length)];
  }

  private static int one(SplittableRandom dice, int[] some) {
    return some[dice.nextInt(some.length)];
  }
}
