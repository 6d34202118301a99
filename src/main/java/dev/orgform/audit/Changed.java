package dev.orgform.audit;

import dev.orgform.audit.Blame.Confidence;
import dev.orgform.model.Kind;
import dev.orgform.model.Value;
import dev.orgform.plan.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Blames somebody for a field: whoever last set it to the live value, else the newest who can have
 * set it after the last one that set it to something else.
 */
final class Changed {
  private final Subject subject;
  private final Difference difference;
  private final Evidence evidence;
  private final String field;

  private Changed(Subject subject, Difference difference, Evidence evidence) {
    this.subject = subject;
    this.difference = difference;
    this.evidence = evidence;
    this.field = difference.field().name();
  }

  static Blame blame(Subject subject, Difference difference, Evidence evidence) {
    return new Changed(subject, difference, evidence).blame();
  }

  private Blame blame() {
    var silent = new ArrayList<Evidence.Item>();
    Optional<Evidence.Item> otherwise = Optional.empty();
    var items =
        evidence.items().stream()
            .filter(item -> Trace.touches(item.entry(), subject) && !leavesAlone(item))
            .toList();
    for (int i = 0; i < items.size(); i++) {
      var item = items.get(i);
      var carried = carried(item);
      if (carried.filter(this::isLive).isPresent()) {
        if (otherwise.isEmpty()) {
          return exactly(items.subList(i, items.size()));
        }
        return silent.isEmpty() ? contradicted(item, otherwise.get()) : last(silent);
      }
      if (otherwise.isEmpty()) {
        if (carried.isPresent()) {
          otherwise = Optional.of(item);
        } else {
          silent.add(item);
          // What our run set, it set to what was declared then: nothing older is left of it.
          otherwise = item.own().isPresent() ? Optional.of(item) : otherwise;
        }
      }
    }
    return silent.isEmpty() ? nothing(otherwise) : last(silent);
  }

  /** Whether it is certain that an entry did not set the field. */
  private boolean leavesAlone(Evidence.Item item) {
    boolean ours =
        item.own()
            .map(own -> !own.fields().isEmpty() && !own.fields().contains(field))
            .orElse(false);
    return ours || item.asked().leavesAlone(wire());
  }

  /** What the field is called in requests. */
  private String wire() {
    return subject.form() instanceof Kind.Form.Labelled ? "destination_organization_id" : field;
  }

  private Optional<Value> carried(Evidence.Item item) {
    return item.asked().carried(wire()).map(text -> difference.field().shape().read(text));
  }

  private boolean isLive(Value carried) {
    Value live = difference.before();
    if (live instanceof Value.Ref ref) {
      var id = subject.ids().get(ref.to());
      return carried instanceof Value.Text text && text.text().equals(id);
    }
    return carried.means(live);
  }

  /**
   * The first that set it so: others after it only sent it again, as every PUT of a profile does.
   */
  private Blame exactly(List<Evidence.Item> newestFirst) {
    var same =
        newestFirst.stream()
            .takeWhile(item -> carried(item).filter(this::isLive).isPresent())
            .toList();
    return found(
        same.getLast(),
        Confidence.EXACT,
        same.size() == 1
            ? "The entry carries the value."
            : "The entry carries the value, which was only sent again since.");
  }

  private Blame contradicted(Evidence.Item item, Evidence.Item later) {
    return found(
        item,
        Confidence.APPROXIMATE,
        "The entry carries the value, but a later one (%s) set another; the log may lag."
            .formatted(who(later)));
  }

  private Blame last(List<Evidence.Item> silent) {
    var newest = silent.getFirst();
    long others =
        silent.stream()
            .map(Changed::who)
            .distinct()
            .filter(one -> !one.equals(who(newest)))
            .count();
    var why = new StringBuilder("It is the last that can have set it, and carries no value");
    if (others > 0) {
      why.append("; ").append(others).append(others == 1 ? " other" : " others");
      why.append(" changed the same before");
    }
    return found(newest, Confidence.APPROXIMATE, why.append('.').toString());
  }

  private Blame nothing(Optional<Evidence.Item> otherwise) {
    return Blame.nobody(
        subject,
        Optional.of(field),
        otherwise
            .map(
                item ->
                    "The last entry (%s) set it to something else, so the log may lag."
                        .formatted(who(item)))
            .orElseGet(evidence::nothing));
  }

  private Blame found(Evidence.Item item, Confidence confidence, String reason) {
    return Blame.of(subject, Optional.of(field), item, confidence, reason);
  }

  private static String who(Evidence.Item item) {
    return item.own()
        .map(Own.Request::run)
        .orElseGet(() -> Actor.of(item.entry()).who().orElse("by nobody named"));
  }
}
