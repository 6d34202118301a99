package dev.orgform.report.findings;

import dev.orgform.documents.FieldChange;
import dev.orgform.model.Address;
import dev.orgform.model.JsonText;
import dev.orgform.model.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Replaces personal data by short hashes that stay the same, so that reviewers still see what
 * differs: e-mail addresses and telephone numbers wherever they stand, and all that stands in
 * fields whose names end with {@code email}, {@code phone} or {@code address}.
 *
 * <p>A short hash hides something from a reader and not from somebody who guesses it and tries; a
 * salt hides it from them as well.
 *
 * @param salt kept secret; may be empty
 */
public record Redaction(String salt) {
  private static final Pattern PERSONAL =
      Pattern.compile("(?:\\w{1,60}_)?(email|phone|address)", Pattern.CASE_INSENSITIVE);

  /** Such a name in a sentence; the bare words are words of ours. */
  private static final Pattern NAMED =
      Pattern.compile("\\b[a-z]{1,30}_(email|phone|address)\\b", Pattern.CASE_INSENSITIVE);

  /** What sentences of ours quote. */
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*+\"|\\{[^{}]*+}");

  /** The same findings about the same things without what identifies people. */
  public Report of(Report report) {
    return new Report(
        report.command(),
        report.tool(),
        report.made(),
        report.summary(),
        report.findings().stream().map(this::of).toList());
  }

  private Finding of(Finding one) {
    var named = named(one.message() + " " + one.advice());
    return new Finding(
        one.rule(),
        one.address().map(this::of),
        one.type(),
        text(one.name()),
        one.place(),
        sentence(one.message(), named),
        sentence(one.advice(), named),
        one.history().stream().map(sentence -> sentence(sentence, named)).toList(),
        one.fields().stream().map(this::of).toList(),
        one.oneWay(),
        one.reach(),
        one.cause(),
        one.path().stream().map(this::of).toList());
  }

  private Address of(Address address) {
    return new Address(address.kind(), text(address.key()));
  }

  private FieldChange of(FieldChange field) {
    return new FieldChange(
        field.field(), value(field.field(), field.before()), value(field.field(), field.after()));
  }

  /** What a field holds that is personal as a whole, by its name. */
  private static Optional<String> sort(String field) {
    var matcher = PERSONAL.matcher(field);
    return matcher.matches()
        ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /** What a field holds, all of it replaced where the field's name says that it is personal. */
  public Value value(String field, Value value) {
    return value(value, sort(field));
  }

  /** A sentence, with what it quotes replaced where it speaks of a personal field. */
  public String sentence(String raw) {
    return sentence(raw, named(raw));
  }

  private Value value(Value value, Optional<String> sort) {
    return switch (value) {
      case Value.Text text when text.text().isEmpty() -> text;
      case Value.Text text ->
          Value.text(sort.map(one -> hidden(one, text.text())).orElseGet(() -> text(text.text())));
      case Value.Json json -> JsonText.canonical(value(json.content(), sort));
      case Value.Tree tree -> {
        var branches = new TreeMap<String, Value>();
        tree.branches()
            .forEach(
                (name, branch) ->
                    branches.put(text(name), value(branch, sort.or(() -> sort(name)))));
        yield new Value.Tree(branches);
      }
      case Value.Many many ->
          new Value.Many(many.values().stream().map(one -> value(one, sort)).toList());
      case Value.Number number ->
          sort.<Value>map(one -> Value.text(hidden(one, number.number().toPlainString())))
              .orElse(number);
      case Value.Ref ref -> new Value.Ref(of(ref.to()));
      case Value.Flag flag -> flag;
      case Value.None none -> none;
      case Value.Unmanaged unmanaged -> unmanaged;
    };
  }

  /** Sentences that speak of a personal field may quote what it holds. */
  private String sentence(String raw, Optional<String> sort) {
    return text(
        sort.map(
                one ->
                    QUOTED
                        .matcher(raw)
                        .replaceAll(quoted -> '"' + hidden(one, quoted.group()) + '"'))
            .orElse(raw));
  }

  private static Optional<String> named(String words) {
    var matcher = NAMED.matcher(words);
    return matcher.find()
        ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /** A text with whatever in it looks personal replaced. */
  public String text(String raw) {
    return new Personal(raw).hidden(this::hidden);
  }

  private String hidden(String sort, String raw) {
    return sort + ":" + Fingerprints.hash(List.of(salt, raw)).substring(0, 6);
  }
}
