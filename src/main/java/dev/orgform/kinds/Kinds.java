package dev.orgform.kinds;

import dev.orgform.apply.Patience;
import dev.orgform.apply.Writes;
import dev.orgform.kinds.organization.OrganizationKind;
import dev.orgform.kinds.organization.OrganizationReads;
import dev.orgform.kinds.organization.OrganizationWrites;
import dev.orgform.kinds.profile.ProfileKind;
import dev.orgform.kinds.profile.ProfileReads;
import dev.orgform.kinds.profile.ProfileWrites;
import dev.orgform.live.Reads;
import dev.orgform.live.Said;
import dev.orgform.model.Kind;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The list of kinds: whatever orgform manages stands here, and nowhere else. */
public final class Kinds {
  public static final List<Noun> ALL =
      List.of(
          new Noun(OrganizationKind.ORGANIZATION, OrganizationReads::new, OrganizationWrites::new),
          new Noun(ProfileKind.PROFILE, ProfileReads::new, ProfileWrites::new));

  private Kinds() {}

  /** What pure code needs to know of them. */
  public static List<Kind> kinds() {
    return ALL.stream().map(Noun::kind).toList();
  }

  public static Function<Kind, Reads> reads(Said said) {
    return byName(noun -> noun.reads().apply(said));
  }

  public static Function<Kind, Writes> writes(Said said, Patience patience) {
    return byName(noun -> noun.writes().apply(said, patience));
  }

  private static <T> Function<Kind, T> byName(Function<Noun, T> part) {
    Map<String, T> parts =
        ALL.stream().collect(Collectors.toUnmodifiableMap(noun -> noun.kind().name(), part));
    return kind -> {
      var found = parts.get(kind.name());
      if (found == null) {
        throw new IllegalArgumentException("no kind is called " + kind);
      }
      return found;
    };
  }
}
