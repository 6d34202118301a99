package dev.orgform.kinds;

import dev.orgform.apply.Means;
import dev.orgform.apply.Writes;
import dev.orgform.kinds.member.MemberKind;
import dev.orgform.kinds.member.MemberReads;
import dev.orgform.kinds.member.MemberWrites;
import dev.orgform.kinds.organization.OrganizationKind;
import dev.orgform.kinds.organization.OrganizationReads;
import dev.orgform.kinds.organization.OrganizationWrites;
import dev.orgform.kinds.placement.PlacementKind;
import dev.orgform.kinds.placement.PlacementReads;
import dev.orgform.kinds.placement.PlacementWrites;
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
          new Noun(ProfileKind.PROFILE, ProfileReads::new, ProfileWrites::new),
          new Noun(MemberKind.MEMBER, MemberReads::new, MemberWrites::new),
          new Noun(PlacementKind.PLACEMENT, PlacementReads::new, PlacementWrites::new));

  private Kinds() {}

  /** What pure code needs to know of them. */
  public static List<Kind> kinds() {
    return ALL.stream().map(Noun::kind).toList();
  }

  /** How each kind is read, by its name. */
  public static Function<String, Reads> reads(Said said) {
    return byName(noun -> noun.reads().apply(said));
  }

  /** How each kind is changed, by its name. */
  public static Function<String, Writes> writes(Means means) {
    return byName(noun -> noun.writes().apply(means));
  }

  private static <T> Function<String, T> byName(Function<Noun, T> part) {
    Map<String, T> parts =
        ALL.stream().collect(Collectors.toUnmodifiableMap(noun -> noun.kind().name(), part));
    return kind -> {
      var found = parts.get(kind);
      if (found == null) {
        throw new IllegalArgumentException("no kind is called " + kind);
      }
      return found;
    };
  }
}
