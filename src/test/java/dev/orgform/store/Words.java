package dev.orgform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a person reads when a store cannot be used. */
final class Words {
  private Words() {}

  /** Summary, reason and remedy of the failure that there must be; none speaks Java. */
  static String of(ThrowingCallable deed) {
    var failure = catchThrowableOfType(StoreUnusable.class, deed);
    assertThat(failure).as("it must fail").isNotNull();
    var said = failure.diagnostic();
    var words = said.summary() + "\n" + said.detail() + "\n" + said.remedy();
    assertThat(words).doesNotContain("Exception").doesNotContain("java.");
    return words;
  }
}
