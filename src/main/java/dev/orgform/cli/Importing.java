package dev.orgform.cli;

import dev.orgform.config.Configuration;
import dev.orgform.kinds.Kinds;
import dev.orgform.live.Match;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Kind;
import dev.orgform.model.Removal;
import dev.orgform.model.Resource;
import dev.orgform.scribe.Census;
import dev.orgform.scribe.Legible;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What of a live tree is to be written.
 *
 * @param ids what was asked for, with all that is below it; everything where none is given
 * @param beside the configuration of which the rest is wanted, where there is one
 * @param kinds what is to be read of each organization
 */
record Importing(List<String> ids, Optional<Configuration> beside, List<Kind> kinds) {

  /**
   * What is to be read.
   *
   * @param declared keys of the configuration beside, by the id that they mean
   */
  record Chosen(Census census, SortedMap<String, String> declared) {}

  Checked<Chosen> of(List<Resource> tree, Legible legible) {
    var known = tree.stream().map(one -> one.id().orElseThrow()).collect(Collectors.toSet());
    var strange = ids.stream().filter(id -> !known.contains(id)).map(Importing::noSuchId).toList();
    if (!strange.isEmpty()) {
      return Checked.failed(strange);
    }
    Set<String> chosen =
        ids.isEmpty() ? new HashSet<>(known) : new HashSet<>(Census.below(tree, Set.copyOf(ids)));
    if (beside.isEmpty()) {
      var census = Census.of(tree, chosen, kinds, Map.of(), Set.of(), legible);
      return Checked.of(new Chosen(census, new TreeMap<>()), List.of());
    }
    var desired = beside.get().desired();
    var matched = Match.match(desired, branch(), tree);
    if (matched.diagnostics().stream().anyMatch(Diagnostic::isError)) {
      return Checked.failed(matched.diagnostics());
    }
    var declared = keys(matched.declared().all());
    chosen.removeAll(declared.keySet());
    desired.removals().stream().map(Removal::id).forEach(chosen::remove);
    var taken =
        desired.resources().of(branch()).stream()
            .map(one -> one.address().key())
            .collect(Collectors.toSet());
    var census = Census.of(tree, chosen, kinds, declared, taken, legible);
    return Checked.of(new Chosen(census, declared), List.of());
  }

  private static SortedMap<String, String> keys(Collection<Resource> declared) {
    var keys = new TreeMap<String, String>();
    declared.forEach(one -> keys.put(one.id().orElseThrow(), one.address().key()));
    return keys;
  }

  private static Kind branch() {
    return Kinds.kinds().stream()
        .filter(kind -> kind.form() instanceof Kind.Form.Branch)
        .findFirst()
        .orElseThrow();
  }

  private static Diagnostic noSuchId(String id) {
    return Diagnostic.error(Code.NO_SUCH_ID, "No live organization has the id \"%s\"".formatted(id))
        .because("It is not among those that this credential sees.")
        .todo("Copy it from the dashboard or from `orgform drift`; names are no ids.");
  }
}
