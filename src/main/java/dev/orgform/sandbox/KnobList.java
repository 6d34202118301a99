package dev.orgform.sandbox;

import static java.util.Map.entry;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * THE list of knobs: what Cloudflare leaves open, what varies between customers, what takes time.
 */
public final class KnobList {
  enum FlagBlock {
    TENANT_FLAGS,
    FLAGS,
    NONE
  }

  enum Embedded {
    HIDDEN,
    SHOWN,
    NULL
  }

  enum MissingProfile {
    NOT_FOUND,
    NULL,
    BLANK
  }

  enum TokenRule {
    MATRIX,
    LIST,
    EVERYTHING,
    NOTHING
  }

  enum LastToken {
    ABSENT,
    EMPTY,
    NULL
  }

  enum PageSizeZero {
    PRESET,
    EMPTY,
    REFUSED
  }

  enum ListOrder {
    OLDEST,
    NEWEST,
    ID
  }

  static final Knob<Edition> EDITION =
      Knob.choice(
          "edition",
          "which customer's rules hold: any allows roots and five levels below them, and accounts"
              + " to come in and move about; distributor no roots and no accounts from outside;"
              + " enterprise one organization, which accounts come into and never leave",
          List.of(
              entry("any", Edition.ANY),
              entry("distributor", Edition.DISTRIBUTOR),
              entry("enterprise", Edition.ENTERPRISE)));

  static final Knob<Boolean> ENTITLED =
      either("entitled", "whether the caller may use Organizations at all", "yes", "no");

  static final Knob<TokenRule> TOKEN =
      Knob.choice(
          "token",
          "what an API token may do: matrix is to list and create organizations and to read"
              + " accounts, as documented",
          List.of(
              entry("matrix", TokenRule.MATRIX),
              entry("list", TokenRule.LIST),
              entry("everything", TokenRule.EVERYTHING),
              entry("nothing", TokenRule.NOTHING)));

  static final Knob<FlagBlock> FLAG_BLOCK =
      Knob.choice(
          "flag-block",
          "the member of meta that holds the capability flags",
          List.of(
              entry("tenant_flags", FlagBlock.TENANT_FLAGS),
              entry("flags", FlagBlock.FLAGS),
              entry("none", FlagBlock.NONE)));

  static final Knob<Boolean> HIERARCHY_TAGS =
      either("hierarchy-tags", "whether meta has hierarchy_tags", "yes", "no");

  static final Knob<Boolean> ROOT_PARENT_ABSENT =
      either("root-parent", "how a root says that it has no parent", "absent", "null");

  static final Knob<Embedded> PROFILE_IN_ORGANIZATION =
      Knob.choice(
          "profile-in-organization",
          "whether an organization's answers carry its profile",
          List.of(
              entry("hidden", Embedded.HIDDEN),
              entry("shown", Embedded.SHOWN),
              entry("null", Embedded.NULL)));

  static final Knob<Boolean> PROFILE_AT_CREATE =
      either("profile-at-create", "whether a create keeps the profile in it", "kept", "dropped");

  static final Knob<MissingProfile> MISSING_PROFILE =
      Knob.choice(
          "missing-profile",
          "the answer to GET profile where none was set",
          List.of(
              entry("404", MissingProfile.NOT_FOUND),
              entry("null", MissingProfile.NULL),
              entry("blank", MissingProfile.BLANK)));

  static final Knob<Boolean> UPDATE_EXTRA_IGNORED =
      either(
          "update-extra",
          "what PUT organization does with members other than name",
          "ignored",
          "refused");

  static final Knob<Boolean> FOREIGN_NOT_FOUND =
      either("foreign", "the answer to an id that the caller cannot see", "404", "403");

  static final Knob<Knobs.Status> NOT_EMPTY =
      new Knob<>(
          "not-empty",
          "HTTP status and error code of deleting an organization with something in it",
          "STATUS:CODE, e.g. 409:1409",
          "400:1409",
          Knobs::readStatus);

  static final Knob<Duration> FORBIDDEN_AFTER_CREATE =
      Knob.span(
          "forbidden-after-create",
          "for how long a new id is answered 403, in the path or as a parent");

  static final Knob<Duration> VISIBLE_AFTER =
      Knob.span("visible-after", "how long a new organization is missing from lists and by its id");

  static final Knob<Boolean> EXACT_NAME =
      either("exact-name", "whether lists filter by an exact name", "honoured", "ignored");

  static final Knob<Boolean> CONTAINING_TRANSITIVE =
      either(
          "containing",
          "which organizations contain another: all above it or the one directly above",
          "transitive",
          "direct");

  static final Knob<ListOrder> LIST_ORDER =
      Knob.choice(
          "list-order",
          "the order of lists, which is not documented",
          List.of(
              entry("oldest", ListOrder.OLDEST),
              entry("newest", ListOrder.NEWEST),
              entry("id", ListOrder.ID)));

  static final Knob<Boolean> TOTAL_SIZE =
      either("total-size", "whether lists say how many match", "yes", "no");

  static final Knob<LastToken> LAST_PAGE_TOKEN =
      Knob.choice(
          "last-page-token",
          "how the last page says that there is no next_page_token",
          List.of(
              entry("absent", LastToken.ABSENT),
              entry("empty", LastToken.EMPTY),
              entry("null", LastToken.NULL)));

  static final Knob<Integer> PAGE_LIMIT =
      new Knob<>(
          "page-limit",
          "how many rows a page has at most, whatever page_size asks for",
          "NUMBER",
          "1000",
          Knobs::readCount);

  static final Knob<PageSizeZero> PAGE_SIZE_ZERO =
      Knob.choice(
          "page-size-zero",
          "what page_size=0 gives",
          List.of(
              entry("default", PageSizeZero.PRESET),
              entry("empty", PageSizeZero.EMPTY),
              entry("refused", PageSizeZero.REFUSED)));

  static final Knob<Knobs.Quota> RATE_LIMIT =
      new Knob<>(
          "rate-limit",
          "requests per time, then 429 for as long again",
          "REQUESTS/DURATION|off",
          "1200/5m",
          Knobs::readQuota);

  static final Knob<Duration> LATENCY = Knob.span("latency", "how long the server waits to answer");

  private static final List<Knob<?>> GENERAL =
      List.of(
          EDITION,
          ENTITLED,
          TOKEN,
          FLAG_BLOCK,
          HIERARCHY_TAGS,
          ROOT_PARENT_ABSENT,
          PROFILE_IN_ORGANIZATION,
          PROFILE_AT_CREATE,
          MISSING_PROFILE,
          UPDATE_EXTRA_IGNORED,
          FOREIGN_NOT_FOUND,
          NOT_EMPTY,
          FORBIDDEN_AFTER_CREATE,
          VISIBLE_AFTER,
          EXACT_NAME,
          CONTAINING_TRANSITIVE,
          LIST_ORDER,
          TOTAL_SIZE,
          LAST_PAGE_TOKEN,
          PAGE_LIMIT,
          PAGE_SIZE_ZERO,
          RATE_LIMIT,
          LATENCY);

  /** Every knob, in the order in which help lists them. */
  public static final List<Knob<?>> ALL =
      Stream.of(GENERAL, MemberKnobs.ALL, AccountKnobs.ALL, AuditKnobs.ALL, UsageKnobs.ALL)
          .<Knob<?>>flatMap(List::stream)
          .toList();

  private KnobList() {}

  /** The first word means yes, and is what it is preset to. */
  static Knob<Boolean> either(String name, String meaning, String yes, String no) {
    return Knob.choice(name, meaning, List.of(entry(yes, true), entry(no, false)));
  }
}
