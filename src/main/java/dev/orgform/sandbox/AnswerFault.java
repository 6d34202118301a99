package dev.orgform.sandbox;

import java.time.Duration;
import java.util.Locale;

/** What becomes of a request and of its answer; a request has at most one of these. */
public sealed interface AnswerFault extends Fault {
  /** Whether the request has its effect all the same. */
  boolean acted();

  /** What a status other than the right one comes as. */
  enum Form {
    JSON,
    HTML,
    PROBLEM
  }

  /** Where a redirect points: to another host, or to where the request went. */
  enum Target {
    OTHER,
    SELF
  }

  /** The connection ends before a byte of the request is taken. */
  record Unreached() implements AnswerFault {
    @Override
    public boolean acted() {
      return false;
    }

    @Override
    public String toString() {
      return "refused";
    }
  }

  /** The request is taken, and no byte is ever answered. */
  record Silent(boolean acted) implements AnswerFault {
    @Override
    public String toString() {
      return prefix(acted) + "silent";
    }
  }

  /** The connection ends, by {@code reset} or by {@code close}, within the answer. */
  record Broken(boolean acted, Ending ending, Cut cut) implements AnswerFault {
    @Override
    public String toString() {
      return prefix(acted) + (ending == Ending.RESET ? "reset" : "close") + cut;
    }
  }

  /** The right answer, so many bytes in a second. */
  record Slow(int bytesPerSecond) implements AnswerFault {
    @Override
    public boolean acted() {
      return true;
    }

    @Override
    public String toString() {
      return "slow(" + bytesPerSecond + ")";
    }
  }

  /** The right answer, so much later than the effect. */
  record Late(Duration by) implements AnswerFault {
    @Override
    public boolean acted() {
      return true;
    }

    @Override
    public String toString() {
      return "late(" + Knob.spell(by) + ")";
    }
  }

  /**
   * Another status than the right one.
   *
   * @param retryAfter the text of {@code Retry-After}; {@code none} for no such header, {@code
   *     date+N} and {@code date-N} for an HTTP date N seconds from now
   * @param counted whether the {@code Ratelimit} headers are there
   */
  record Turned(boolean acted, int status, Form form, String retryAfter, boolean counted)
      implements AnswerFault {
    static final String NO_RETRY_AFTER = "none";

    @Override
    public String toString() {
      return "%s%d(as=%s,retry-after=%s,ratelimit=%s)"
          .formatted(
              prefix(acted),
              status,
              form.name().toLowerCase(Locale.ROOT),
              retryAfter,
              counted ? "yes" : "no");
    }
  }

  /** A redirect, which the API never sends. */
  record Redirected(int status, Target target) implements AnswerFault {
    @Override
    public boolean acted() {
      return false;
    }

    @Override
    public String toString() {
      return "%d(to=%s)".formatted(status, target.name().toLowerCase(Locale.ROOT));
    }
  }

  /** A whole answer whose body cannot be relied on. */
  record Spoiled(boolean acted, Spoil spoil) implements AnswerFault {
    @Override
    public String toString() {
      return prefix(acted) + spoil.word();
    }
  }

  /** A page of a list that does not fit the others. */
  record Paged(PageSpoil spoil) implements AnswerFault {
    @Override
    public boolean acted() {
      return true;
    }

    @Override
    public String toString() {
      return spoil.word();
    }
  }

  private static String prefix(boolean acted) {
    return acted ? "acted+" : "";
  }
}
