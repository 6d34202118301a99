package dev.orgform.plan;

import dev.orgform.model.Address;
import java.util.Optional;

/**
 * An account that changes its super administrators, because a plan moves it.
 *
 * @param account its address, which holds its id
 * @param label what the YAML calls it
 * @param from the organization that it is in; empty where it is in none
 * @param to the organization that it shall be in
 * @param gaining how many people may act in it then and may not now, be it because they are members
 *     of an organization above; only those whose membership was read
 * @param losing how many may now and may not then
 * @param whole whether members were read of every organization above it, now and then
 */
public record Transfer(
    Address account,
    String label,
    Optional<Address> from,
    Address to,
    int gaining,
    int losing,
    boolean whole) {}
