import type { Declarations, Frontend, SourceFile } from '../../program'
import { readYaml, type YamlFile } from '../pipelines/yaml'
import { declaredByAzure } from './azureml'
import { declaredByBundle } from './bundles'
import { declaredByTemplate } from './cloudformation'

/** Files that declare what a command deploys: templates of CloudFormation and SAM, YAML of Azure ML, bundles of Databricks. */
export const declarationFrontends: readonly Frontend[] = [
  declaring(
    'cloudformation',
    path => isYaml(path) || /\.template$|(template|cloudformation|cfn|stack)[^/]*\.json$/i.test(path),
    text => /AWS::SageMaker::(?:Endpoint|ModelPackage)\b/.test(text),
    declaredByTemplate,
  ),
  declaring(
    'azureml',
    isYaml,
    text =>
      /(?:Online|[bB]atch)(?:Endpoint|Deployment)\.schema\.json|^(?:endpoint_name|traffic|mirror_traffic)[ \t]*:/m.test(
        text,
      ),
    declaredByAzure,
  ),
  declaring(
    'bundle',
    isYaml,
    text =>
      /^(?:bundle|resources)[ \t]*:/m.test(text) &&
      /^bundle[ \t]*:|\b(?:model_serving_endpoints|registered_models|task_key)\b/m.test(text),
    declaredByBundle,
  ),
]

function isYaml(path: string): boolean {
  return /\.ya?ml$/.test(path)
}

function declaring(
  name: string,
  claims: (path: string) => boolean,
  speaks: (text: string) => boolean,
  blocksIn: (yaml: YamlFile) => Declarations['blocks'],
): Frontend {
  const read = (file: SourceFile): ReturnType<Frontend['read']> => {
    const yaml = readYaml(file)
    const blocks = blocksIn(yaml)
    const broken = yaml.notices.length > 0
    return {
      units: [],
      classes: [],
      settings: [],
      stars: [],
      notices: yaml.notices,
      declared: { blocks, broken },
    }
  }
  return { name, claims, recognises: file => speaks(file.text), read }
}
