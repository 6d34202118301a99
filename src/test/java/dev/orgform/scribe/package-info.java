/** What is written is read as what was meant. */
package dev.orgform.scribe;
