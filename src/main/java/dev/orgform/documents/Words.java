package dev.orgform.documents;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Constants as words in a document: {@code SUPPORT_ONLY} is {@code support_only}. */
final class Words {
  private Words() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static <E extends Enum<E>> Function<String, Optional<E>> parser(Class<E> constants) {
    return word ->
        Arrays.stream(constants.getEnumConstants())
            .filter(constant -> of(constant).equals(word))
            .findFirst();
  }
}
