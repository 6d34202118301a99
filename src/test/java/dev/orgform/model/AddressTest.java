package dev.orgform.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
  @ParameterizedTest
  @ValueSource(strings = {"organization.acme", "profile.a-b_c", "organization.id:9a0b", "a.b.c"})
  void textAndAddressAreTheSame(String text) {
    assertThat(Address.parse(text)).hasToString(text);
    assertThat(Address.parse(text)).isEqualTo(Address.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "acme", ".acme", "organization."})
  void halfAnAddressIsNone(String text) {
    assertThatThrownBy(() -> Address.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noKeyOfAFileLooksLikeAnUndeclaredOne() {
    var undeclared = Address.undeclared("organization", "9a0b");

    assertThat(undeclared.undeclaredId()).isEqualTo("9a0b");
    assertThat(Address.KEY.matcher(undeclared.key()).matches()).isFalse();
    assertThatThrownBy(() -> new Address("organization", "acme").undeclaredId())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void addressesAreOrderedByKindThenKey() {
    var sorted =
        new TreeSet<>(
            List.of(
                new Address("profile", "a"),
                new Address("organization", "b"),
                new Address("organization", "B"),
                new Address("organization", "a")));

    assertThat(sorted)
        .extracting(Address::toString)
        .containsExactly("organization.B", "organization.a", "organization.b", "profile.a");
  }

  @Test
  void aValueGoesWithoutErrorsAndOnlyWithoutThem() {
    var error = Diagnostic.error(Code.INTERNAL, "x");
    var note = Diagnostic.note(Code.UNMANAGED, "x");

    assertThat(Checked.of("v", List.of(note)).value()).contains("v");
    assertThat(Checked.of("v", List.of(note, error)).value()).isEmpty();
    assertThatThrownBy(() -> Checked.failed(List.of(note)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
