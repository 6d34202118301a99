package dev.orgform.cli;

import dev.orgform.model.Address;
import dev.orgform.store.Entry;
import dev.orgform.store.Image;
import dev.orgform.store.Noted;
import dev.orgform.store.Past;
import dev.orgform.store.Store;
import dev.orgform.store.StoreUnusable;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the newest plan that was applied left to be created. */
final class Unfinished {
  private Unfinished() {}

  static SortedSet<Address> creates(Store store) throws StoreUnusable {
    var creates = new TreeSet<Address>();
    for (var past : store.history()) {
      if (past instanceof Past.Told told) {
        var planned = planned(store.run(String.valueOf(told.number())).orElse(List.of()));
        if (planned.isPresent()) {
          if (told.finished().filter(end -> end.exit() == 0).isEmpty()) {
            planned.get().images().stream()
                .filter(image -> image.verb().equals("create"))
                .map(Image::step)
                .forEach(creates::add);
          }
          return creates;
        }
      }
    }
    return creates;
  }

  private static Optional<Entry.Planned> planned(List<Noted> notes) {
    return notes.stream()
        .map(Noted::entry)
        .filter(Entry.Planned.class::isInstance)
        .map(Entry.Planned.class::cast)
        .findFirst();
  }
}
