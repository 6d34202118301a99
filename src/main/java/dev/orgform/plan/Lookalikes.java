package dev.orgform.plan;

import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.JsonText;
import dev.orgform.model.Kind;
import dev.orgform.model.Live;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Warns where something declared cannot be found beside unmanaged siblings: somebody may have
 * renamed the very thing that now seems to be missing. It is never acted on; what was there before
 * and would be made again beside one that is like it is refused, because nobody could unmake it.
 */
final class Lookalikes {
  /** The most of one sort that a warning names. */
  private static final int LISTED = 10;

  /** Beyond so many pairs under one parent nothing is compared, only listed. */
  private static final int MOST_PAIRS = 250_000;

  private static final String PARENT = "parent";

  private final Map<Address, List<Resource>> heldDeclared = new TreeMap<>();
  private final Map<Address, List<Resource>> heldLive = new TreeMap<>();
  private final Predicate<Address> madeAgain;

  private Lookalikes(Desired desired, Live live, Predicate<Address> madeAgain) {
    this.madeAgain = madeAgain;
    desired.resources().all().forEach(resource -> hold(resource, heldDeclared));
    live.resources().all().forEach(resource -> hold(resource, heldLive));
    live.undeclared().all().forEach(resource -> hold(resource, heldLive));
  }

  private static void hold(Resource resource, Map<Address, List<Resource>> held) {
    if (isBranch(resource)) {
      resource
          .fields()
          .refs()
          .forEach(to -> held.computeIfAbsent(to, holder -> new ArrayList<>()).add(resource));
    }
  }

  /**
   * One warning for each parent, and one for the top.
   *
   * @param absent what is declared and cannot be found
   * @param staying everything live that no file declares and that no plan deletes
   * @param madeAgain what was declared before and is to be created all the same
   */
  static List<Diagnostic> warnings(
      Desired desired,
      Live live,
      Collection<Resource> absent,
      Collection<Resource> staying,
      Predicate<Address> madeAgain) {
    var lookalikes = new Lookalikes(desired, live, madeAgain);
    var strangers = byParent(staying);
    var warnings = new ArrayList<Diagnostic>();
    byParent(absent)
        .forEach(
            (parent, wanted) ->
                Optional.ofNullable(strangers.get(parent))
                    .ifPresent(beside -> warnings.add(lookalikes.warning(wanted, beside))));
    return warnings;
  }

  /**
   * One warning for each parent under which something would be made beside something that would be
   * deleted: whoever changes a key and a name at once has written just that.
   *
   * @param absent what is declared and cannot be found
   * @param doomed what would be deleted because head does not declare it any more
   */
  static List<Diagnostic> renamedWithKey(
      Desired desired, Live live, Collection<Resource> absent, Collection<Resource> doomed) {
    var lookalikes = new Lookalikes(desired, live, address -> false);
    var leaving = byParent(doomed);
    var warnings = new ArrayList<Diagnostic>();
    byParent(absent)
        .forEach(
            (parent, wanted) ->
                Optional.ofNullable(leaving.get(parent))
                    .ifPresent(beside -> warnings.add(lookalikes.replaced(wanted, beside))));
    return warnings;
  }

  private Diagnostic replaced(List<Resource> wanted, List<Resource> doomed) {
    var alike = alike(wanted, doomed);
    var absent = first(wanted, alike, likeness -> likeness.wanted().resource());
    var beside = first(doomed, alike, likeness -> likeness.stranger().resource());
    var warning =
        Diagnostic.warning(Code.POSSIBLE_RENAME, title(absent))
            .because(
                "Not found: "
                    + names(absent, Lookalikes::named)
                    + (parent(absent.getFirst()).isEmpty()
                        ? ". At the top"
                        : ". Under the same parent")
                    + " goes what head does not declare any more: "
                    + names(beside, Lookalikes::withId)
                    + "."
                    + reasons(alike)
                    + " Where a key and a name change at once, nothing tells that both are the"
                    + " same, and the old one is destroyed.")
            .todo(
                "If it was renamed, say so beside the new name: `previously: [%s]`, or `id`. If not,"
                        .formatted(
                            JsonText.write(Value.text(beside.getFirst().fields().text("name"))))
                    + " go on.")
            .at(absent.getFirst().place());
    return absent.size() == 1 ? warning.about(absent.getFirst().address()) : warning;
  }

  /** By the parent's address; under an empty text, roots and what seems to be one. */
  private static Map<String, List<Resource>> byParent(Collection<Resource> resources) {
    return resources.stream()
        .filter(Lookalikes::isBranch)
        .collect(Collectors.groupingBy(Lookalikes::parent, TreeMap::new, Collectors.toList()));
  }

  private static boolean isBranch(Resource resource) {
    return resource.kind().form() instanceof Kind.Form.Branch;
  }

  private static String parent(Resource resource) {
    return resource.fields().get(PARENT) instanceof Value.Ref ref ? ref.to().toString() : "";
  }

  private Diagnostic warning(List<Resource> wanted, List<Resource> strangers) {
    var alike = alike(wanted, strangers);
    var absent = first(wanted, alike, likeness -> likeness.wanted().resource());
    var beside = first(strangers, alike, likeness -> likeness.stranger().resource());
    boolean refused = alike.stream().anyMatch(this::isMadeAgain);
    var title = title(absent);
    var warning =
        (refused
                ? Diagnostic.error(Code.MADE_AGAIN, title)
                : Diagnostic.warning(Code.POSSIBLE_RENAME, title))
            .because(
                found(absent)
                    + names(beside, Lookalikes::withId)
                    + "."
                    + reasons(alike)
                    + " If one of these was renamed, it would be made a second time.")
            .todo(
                "If one was, pin it with `id`, or write its live name under `previously`. "
                    + (refused
                        ? "If not, apply without --base to make it again."
                        : "If not, go on."))
            .at(absent.getFirst().place());
    return absent.size() == 1 ? warning.about(absent.getFirst().address()) : warning;
  }

  private boolean isMadeAgain(Likeness likeness) {
    return madeAgain.test(likeness.wanted().resource().address());
  }

  private static String found(List<Resource> absent) {
    var declared = "Declared and not found: " + names(absent, Lookalikes::named) + ".";
    return (absent.size() == 1 ? "" : declared + " ")
        + (parent(absent.getFirst()).isEmpty() ? "At the top" : "Under the same parent")
        + " lives what no file declares: ";
  }

  private static String title(List<Resource> wanted) {
    var first = wanted.getFirst();
    if (wanted.size() == 1) {
      return first.address() + " may exist under another name";
    }
    return "%d %ss %s may exist under other names"
        .formatted(
            wanted.size(),
            first.kind().name(),
            parent(first).isEmpty() ? "at the top" : "under " + parent(first));
  }

  /** The best stranger for each that has one, the most telling pair first. */
  private List<Likeness> alike(List<Resource> wanted, List<Resource> strangers) {
    if ((long) wanted.size() * strangers.size() > MOST_PAIRS) {
      return List.of();
    }
    var others = strangers.stream().map(resource -> side(resource, heldLive)).toList();
    return wanted.stream()
        .map(resource -> side(resource, heldDeclared))
        .flatMap(
            side ->
                others.stream()
                    .flatMap(other -> Likeness.between(side, other).stream())
                    .min(Comparator.naturalOrder())
                    .stream())
        .sorted()
        .toList();
  }

  private static Likeness.Side side(Resource resource, Map<Address, List<Resource>> held) {
    return Likeness.Side.of(resource, held.getOrDefault(resource.address(), List.of()));
  }

  /** All of them, those that are alike something first, the others by name. */
  private static List<Resource> first(
      List<Resource> all, List<Likeness> alike, Function<Likeness, Resource> side) {
    var byName =
        all.stream()
            .sorted(Comparator.comparing(Lookalikes::named).thenComparing(Resource::address));
    return Stream.concat(alike.stream().map(side), byName).distinct().toList();
  }

  private static String reasons(List<Likeness> alike) {
    if (alike.isEmpty()) {
      return "";
    }
    return " Most alike: "
        + names(
            alike,
            likeness ->
                "%s and %s (%s)"
                    .formatted(
                        named(likeness.wanted().resource()),
                        named(likeness.stranger().resource()),
                        likeness.reason()))
        + ".";
  }

  private static <T> String names(List<T> all, Function<T, String> name) {
    var named = all.stream().limit(LISTED).map(name).collect(Collectors.joining(", "));
    return all.size() > LISTED ? named + " and " + (all.size() - LISTED) + " more" : named;
  }

  private static String named(Resource resource) {
    return "\"" + resource.fields().text("name") + "\"";
  }

  private static String withId(Resource stranger) {
    boolean unseen = stranger.fields().get(PARENT) instanceof Value.Text;
    return named(stranger)
        + " ("
        + stranger.id().orElse("?")
        + (unseen ? ", below one that this credential cannot see)" : ")");
  }
}
