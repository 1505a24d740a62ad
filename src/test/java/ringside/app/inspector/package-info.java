/** Tests of the inspector. */
@org.jspecify.annotations.NullMarked
package ringside.app.inspector;
