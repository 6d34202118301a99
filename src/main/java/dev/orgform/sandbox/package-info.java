/**
 * An emulator of Cloudflare's Organizations API for rehearsals and tests; it imports nothing else
 * of orgform, so that it cannot share the client's mistakes.
 */
@NullMarked
package dev.orgform.sandbox;

import org.jspecify.annotations.NullMarked;
