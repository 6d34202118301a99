package dev.orgform.report.html;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.orgform.documents.FieldChange;
import dev.orgform.model.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A finding that is being written: everything but its number, which it gets when all are ranked.
 */
final class Draft {
  static final String NAME = "name";

  private final Rank rank;
  private final Sign sign;
  private final Address about;
  private final String name;
  private final Words words;
  private final List<String> chips = new ArrayList<>();
  private final List<String> sentences = new ArrayList<>();
  private final List<Card.Fact> facts = new ArrayList<>();
  private List<FieldChange> fields = List.of();
  private Optional<Address> parent = Optional.empty();
  private String verb = "";
  private String from = "";
  private String to = "";

  Draft(Rank rank, Sign sign, Address about, String name, Words words) {
    this.rank = rank;
    this.sign = sign;
    this.about = about;
    this.name = name;
    this.words = words;
  }

  Rank rank() {
    return rank;
  }

  Sign sign() {
    return sign;
  }

  Address about() {
    return about;
  }

  String name() {
    return name;
  }

  /** The object that it hangs below, where the finding says so. */
  Optional<Address> parent() {
    return parent;
  }

  @CanIgnoreReturnValue
  Draft under(Optional<Address> above) {
    parent = above;
    return this;
  }

  @CanIgnoreReturnValue
  Draft saying(String words) {
    verb = words;
    return this;
  }

  @CanIgnoreReturnValue
  Draft because(String sentence) {
    sentences.add(words.sentence(sentence));
    return this;
  }

  @CanIgnoreReturnValue
  Draft chip(String text) {
    chips.add(text);
    return this;
  }

  @CanIgnoreReturnValue
  Draft fact(String label, String text) {
    facts.add(new Card.Fact(label, text));
    return this;
  }

  @CanIgnoreReturnValue
  Draft between(String left, String right) {
    from = left;
    to = right;
    return this;
  }

  @CanIgnoreReturnValue
  Draft fields(List<FieldChange> changes) {
    fields = changes;
    return this;
  }

  /**
   * The finding with its fields compared, which is done only when it is written.
   *
   * @param called the name of the object, or of the one that it belongs to
   */
  Card card(int number, String called, boolean open) {
    return new Card(
        number,
        rank,
        sign,
        words.value(called),
        words.address(about),
        verb,
        List.copyOf(chips),
        List.copyOf(sentences),
        List.copyOf(facts),
        fields.stream()
            .map(field -> FieldRow.of(field, words))
            .filter(row -> !row.isNothing())
            .toList(),
        from,
        to,
        open);
  }
}
