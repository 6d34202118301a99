package dev.orgform.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectedTest {
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "1000, 0", "1001, 5", "2000, 5", "2001, 10", "3033, 15", "4100, 20"})
  void everyThousandWaitsForTheOneBefore(int requests, int minutes) {
    assertThat(Expected.atLeast(requests)).isEqualTo(Duration.ofMinutes(minutes));
  }
}
