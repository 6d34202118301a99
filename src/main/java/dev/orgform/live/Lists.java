package dev.orgform.live;

import dev.orgform.api.EventLoop;
import dev.orgform.api.Script;
import dev.orgform.model.Address;
import dev.orgform.model.Bindings;
import dev.orgform.model.Checked;
import dev.orgform.model.Kind;
import dev.orgform.model.Live;
import dev.orgform.model.Resource;
import dev.orgform.model.Resources;
import dev.orgform.model.Roll;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Reads lists of organizations that a plan's own reading left out.
 *
 * @param kinds all there are
 */
record Lists(EventLoop loop, List<Kind> kinds, Function<String, Reads> reads, int parallelism) {

  /** What is on each list of kinds of a form; lists that are refused or not whole are left out. */
  SortedMap<Address, List<Resource>> read(
      Live live, Class<? extends Kind.Form> form, Collection<Address> organizations) {
    var tree =
        Resources.of(
            live.everything()
                .filter(one -> one.kind().form() instanceof Kind.Form.Branch)
                .toList());
    var bindings = new Bindings(tree);
    var asked = new ArrayList<Address>();
    var scripts = new ArrayList<Script<Checked<List<Resource>>>>();
    for (var organization : organizations) {
      for (var kind : kinds) {
        if (form.isInstance(kind.form()) && tree.get(organization).isPresent()) {
          var roll = new Roll(kind, organization, false, Optional.empty());
          var wanted = new Wanted(List.of(), List.of(roll), new TreeSet<>(), tree, bindings);
          reads.apply(kind.name()).scripts(wanted).forEach(scripts::add);
          asked.add(organization);
        }
      }
    }
    var ends = loop.runAll(scripts, parallelism);
    var lists = new TreeMap<Address, List<Resource>>();
    for (int i = 0; i < ends.size(); i++) {
      var organization = asked.get(i);
      ends.get(i).value().ifPresent(found -> lists.put(organization, found));
    }
    return lists;
  }
}
