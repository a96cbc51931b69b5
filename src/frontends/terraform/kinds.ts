/** Whether a path is that of a configuration of Terraform or OpenTofu, or of values for one. */
export function claimsTerraform(path: string): boolean {
  return /\.(?:tf|tofu|tfvars)$/.test(path)
}
