package dev.orgform.report.findings;

import java.util.function.BinaryOperator;

/** Finds e-mail addresses and telephone numbers in a text, in time linear in its length. */
final class Personal {
  private static final String IN_LOCAL = "._%+-";
  private static final String IN_DOMAIN = ".-";
  private static final String IN_NUMBER = " ().-/";

  /** The most characters of one half of an address, or of a number. */
  private static final int LONGEST = 64;

  /** Fewer digits are no telephone number that anybody could call from abroad. */
  private static final int FEWEST_DIGITS = 7;

  private final String text;
  private final StringBuilder hidden = new StringBuilder();
  private int copied;

  Personal(String text) {
    this.text = text;
  }

  /**
   * The text with others in their place.
   *
   * @param by makes one of {@code email} or {@code phone} and what was found
   */
  String hidden(BinaryOperator<String> by) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '@') {
        i = Math.max(i, email(i, by));
      } else if (text.charAt(i) == '+') {
        i = Math.max(i, phone(i, by));
      }
    }
    return copied == 0 ? text : hidden.append(text, copied, text.length()).toString();
  }

  private int email(int at, BinaryOperator<String> by) {
    int start = at;
    while (start > Math.max(copied, at - LONGEST) && is(text.charAt(start - 1), IN_LOCAL)) {
      start--;
    }
    int end = at + 1;
    while (end < Math.min(text.length(), at + LONGEST) && is(text.charAt(end), IN_DOMAIN)) {
      end++;
    }
    while (end > at + 1 && IN_DOMAIN.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return start == at || end == at + 1 ? at : put(start, end, "email", by);
  }

  private int phone(int plus, BinaryOperator<String> by) {
    int end = plus + 1;
    int digits = 0;
    for (int i = plus + 1; i < Math.min(text.length(), plus + LONGEST); i++) {
      char c = text.charAt(i);
      if (Character.isDigit(c)) {
        digits++;
        end = i + 1;
      } else if (IN_NUMBER.indexOf(c) < 0) {
        break;
      }
    }
    return digits < FEWEST_DIGITS ? plus : put(plus, end, "phone", by);
  }

  private static boolean is(char c, String others) {
    return Character.isLetterOrDigit(c) || others.indexOf(c) >= 0;
  }

  private int put(int start, int end, String sort, BinaryOperator<String> by) {
    hidden.append(text, copied, start).append(by.apply(sort, text.substring(start, end)));
    copied = end;
    return end - 1;
  }
}
