package dev.orgform.kinds.profile;

import dev.orgform.model.Deed;
import dev.orgform.model.Field;
import dev.orgform.model.Field.Shape;
import dev.orgform.model.Kind;
import java.util.List;

/** What pure code knows of an organization's profile. */
public final class ProfileKind {
  public static final String ORGANIZATION = "organization";

  /** Source: the five strings of GET and PUT /organizations/{id}/profile; there is no DELETE. */
  public static final Kind PROFILE =
      new Kind(
          "profile",
          "cloudflare_organization_profile",
          20,
          new Kind.Form.Block("profile", ORGANIZATION),
          List.of(
              Field.atBirth(
                  ORGANIZATION, Shape.REF, "A profile belongs to one organization for ever."),
              Field.any("business_name", Shape.TEXT),
              Field.any("business_email", Shape.TEXT),
              Field.any("business_phone", Shape.TEXT),
              Field.any("business_address", Shape.TEXT_OR_MAP_OF_TEXT),
              Field.any("external_metadata", Shape.TEXT_OR_JSON)),
          Kind.Ending.WITH_OWNER,
          Deed.Needs.KEY,
          new Deed(2, Deed.Needs.KEY, Deed.Undo.FREE),
          new Deed(2, Deed.Needs.KEY, Deed.Undo.FREE),
          new Deed(0, Deed.Needs.KEY, Deed.Undo.FREE));

  private ProfileKind() {}
}
