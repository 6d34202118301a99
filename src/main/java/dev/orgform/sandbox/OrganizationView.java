package dev.orgform.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** An organization as its JSON on the wire, in the variant that the knobs ask for. */
final class OrganizationView {
  private static final List<String> FLAGS =
      List.of(
          "account_creation",
          "account_deletion",
          "account_migration",
          "account_mobility",
          "sub_org_creation");
  private static final List<String> TENANT_FLAGS =
      List.of(
          "account_creation",
          "account_creation_applies_tenant_defaults",
          "account_deletion",
          "account_migration",
          "account_mobility",
          "enterprise_capability",
          "member_management",
          "sub_org_creation");

  private OrganizationView() {}

  static ObjectNode of(Visit visit, Estate estate, Organization organization) {
    ObjectNode view =
        Json.object()
            .put("id", organization.id())
            .put("name", organization.name())
            .put("create_time", organization.createTime().toString());
    view.set("meta", meta(visit, estate, organization));
    parent(visit, estate, organization, view);
    switch (visit.knobs().get(KnobList.PROFILE_IN_ORGANIZATION)) {
      case HIDDEN -> {}
      case SHOWN -> organization.profile().ifPresent(profile -> view.set("profile", profile));
      case NULL -> view.putNull("profile");
    }
    return view;
  }

  private static void parent(
      Visit visit, Estate estate, Organization organization, ObjectNode view) {
    var parent = organization.parent().flatMap(estate::find);
    if (parent.isPresent()) {
      view.putObject("parent").put("id", parent.get().id()).put("name", parent.get().name());
    } else if (!visit.knobs().get(KnobList.ROOT_PARENT_ABSENT)) {
      view.putNull("parent");
    }
  }

  private static ObjectNode meta(Visit visit, Estate estate, Organization organization) {
    ObjectNode meta = Json.object();
    if (visit.knobs().get(KnobList.HIERARCHY_TAGS)) {
      var lineage = estate.lineage(organization.id()).stream().map(Organization::id).toList();
      meta.set("hierarchy_tags", Json.texts(lineage));
    }
    switch (visit.knobs().get(KnobList.FLAG_BLOCK)) {
      case TENANT_FLAGS -> flags(visit, meta.putObject("tenant_flags"), TENANT_FLAGS);
      case FLAGS -> flags(visit, meta.putObject("flags"), FLAGS);
      case NONE -> {}
    }
    return meta.setAll(organization.meta());
  }

  /** The words are the sandbox's own: which ones Cloudflare uses is not documented. */
  private static void flags(Visit visit, ObjectNode flags, List<String> names) {
    var denied = visit.knobs().get(KnobList.EDITION).denied();
    names.forEach(name -> flags.put(name, denied.contains(name) ? "denied" : "allowed"));
  }
}
